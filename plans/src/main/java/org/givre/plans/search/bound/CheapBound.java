package org.givre.plans.search.bound;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;

/**
 * The cheap bound. A lift's cost is shared among its picks; the share of a pick is least when all
 * requested tubes of the rack at that level or deeper come up in as few lifts as carriers allow.
 * Each request then takes its cheapest alternative and mode. Tubes of the bystanders' counts are
 * those that no request names: they are there throughout.
 */
public final class CheapBound {
  private final Problem problem;
  private final int carrier;
  private final double[][] cheapest;

  public CheapBound(Instance instance) {
    this.problem = Problem.of(instance);
    int largest = 1;
    for (var picker : problem.pickers) {
      largest = Math.max(largest, picker.carrierTubes);
    }
    this.carrier = largest;
    int[][] requested = requested();
    this.cheapest = new double[problem.racks.length][];
    for (var rack : problem.racks) {
      cheapest[rack.index] =
          shares(rack, bystanders(instance, rack, requested), requested[rack.index]);
    }
  }

  /** The bound. */
  public double tubeSeconds() {
    var timing = problem.timing;
    double port = timing.unloadSeconds() * problem.weights.port();
    double reach = Double.POSITIVE_INFINITY;
    for (var dewar : problem.dewars) {
      double own = dewar.liftWeight * (dewar.levelSeconds + timing.settleSeconds());
      reach = Math.min(reach, own);
    }
    double each = problem.handledSeconds() + reach;
    double sum = 0;
    for (var demand : problem.demands) {
      sum += demand.carried || demand.alternatives.length == 0 ? 0 : each + share(demand);
    }
    for (var picker : problem.pickers) {
      sum +=
          Arrays.stream(picker.initialLoad).filter(load -> load.returnTo() == null).count() * port;
    }
    return sum;
  }

  /** The least that a request's rack can charge the bystanders for it. */
  double share(Demand demand) {
    double least = Double.POSITIVE_INFINITY;
    for (var tube : demand.alternatives) {
      least = Math.min(least, cheapest[tube.rack.index][tube.level]);
    }
    return least;
  }

  private int[][] requested() {
    int[][] requested = new int[problem.racks.length][];
    for (var rack : problem.racks) {
      requested[rack.index] = new int[rack.levels + 1];
    }
    var seen = new HashSet<Tube>();
    for (var demand : problem.demands) {
      for (var tube : demand.carried ? List.<Tube>of() : List.of(demand.alternatives)) {
        if (seen.add(tube)) {
          requested[tube.rack.index][tube.level]++;
        }
      }
    }
    return requested;
  }

  private static int[] bystanders(Instance instance, Rack rack, int[][] requested) {
    var boxes = instance.racks().get(rack.index).boxTubes();
    int[] bystanders = new int[rack.levels + 1];
    for (int level = 1; level <= rack.levels; level++) {
      bystanders[level] = boxes.get(level - 1) - requested[rack.index][level];
    }
    return bystanders;
  }

  /** Per level, the least that a pick there can cost the bystanders. */
  private double[] shares(Rack rack, int[] bystanders, int[] requested) {
    double[] least = new double[rack.levels + 1];
    int[] deeper = requested.clone();
    for (int level = rack.levels - 1; level >= 1; level--) {
      deeper[level] += deeper[level + 1];
    }
    double weight = rack.dewar.liftWeight;
    double strokes = 0;
    int above = 0;
    for (int level = 1; level <= rack.levels; level++) {
      above += bystanders[level];
      strokes += 2 * rack.dewar.levelSeconds * weight * above * share(deeper[level]);
      double settle = problem.timing.settleSeconds() / Math.max(1, requested[level]);
      double held = strokes + weight * above * (problem.timing.pickSeconds() + settle);
      least[level] =
          rack.dewar.parks ? Math.min(held, parked(rack, bystanders, requested, level)) : held;
    }
    return least;
  }

  private double share(int picks) {
    return Math.max(1.0 / Math.max(1, picks), 1.0 / carrier);
  }

  private double parked(Rack rack, int[] bystanders, int[] requested, int level) {
    Dewar dewar = rack.dewar;
    double tau = dewar.levelSeconds;
    double sigma = problem.timing.settleSeconds();
    double handling = dewar.ejectSeconds + dewar.insertSeconds;
    double lifted = bystanders[level] * (2 * tau + sigma + handling);
    for (int box = 1; box < level; box++) {
      lifted += bystanders[box] * (4 * (level - box + 1) * tau + 2 * sigma + handling);
    }
    double waiting = bystanders[level] * dewar.chamberWeight;
    double once = dewar.liftWeight * lifted + waiting * (2 * level * tau + sigma);
    return waiting * problem.timing.pickSeconds() + once * share(requested[level]);
  }
}
