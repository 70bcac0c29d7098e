package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.EveryDivision;

/**
 * The least that racks, picks and ports can get, proven by trying every choice of tubes with every
 * division into lifts: nothing but time in carriers is left out of it. Budgets, re-cool and
 * deadlines are ignored and can only raise it, so a valid plan that costs no more is optimal. For
 * instances without shared tubes and initial loads.
 */
public final class EveryChoice {
  private final Problem problem;
  private final Demand[] demands;
  private final int carrier;
  private final int[][] counts;
  private final List<Map<Long, Double>> known = new ArrayList<>();
  private double least = Double.POSITIVE_INFINITY;
  private double leastCarried = Double.POSITIVE_INFINITY;
  private long choices;

  private EveryChoice(Instance instance) {
    this.problem = Problem.of(instance);
    this.demands = problem.demands.clone();
    this.carrier = Arrays.stream(problem.pickers).mapToInt(p -> p.carrierTubes).max().orElse(0);
    this.counts = new int[problem.racks.length][];
    for (var rack : problem.racks) {
      counts[rack.index] = new int[rack.levels + 1];
      known.add(new HashMap<>());
    }
  }

  /**
   * What was proven.
   *
   * @param leastTs weighted tube-seconds in racks, at picks and at ports
   * @param leastCarriedTs the same, and the way of each tube to the nearest port as if it were
   *     alone
   * @param choices of tubes that were tried
   */
  public record Proof(double leastTs, double leastCarriedTs, long choices) {}

  public static Proof of(Instance instance) {
    var every = new EveryChoice(instance);
    every.choose(0, 0, 0);
    var timing = instance.timing();
    double each =
        timing.pickSeconds() * instance.weights().transfer()
            + timing.unloadSeconds() * instance.weights().port();
    double fixed = each * every.demands.length;
    return new Proof(every.least + fixed, every.leastCarried + fixed, every.choices);
  }

  private void choose(int demand, double cost, double carried) {
    if (demand == demands.length) {
      choices++;
      least = Math.min(least, cost);
      leastCarried = Math.min(leastCarried, cost + carried);
      return;
    }
    for (var tube : demands[demand].alternatives) {
      double before = cost(tube.rack);
      int[] taken = counts[tube.rack.index];
      taken[tube.level]++;
      choose(demand + 1, cost - before + cost(tube.rack), carried + way(tube));
      taken[tube.level]--;
    }
  }

  /** From the end of a pick to the start of its unloading, at the least. */
  private double way(Tube tube) {
    var dewar = tube.rack.dewar;
    double travel = Double.POSITIVE_INFINITY;
    for (var picker : problem.pickers) {
      for (var port : problem.ports) {
        travel = Math.min(travel, picker.travelSeconds(dewar.x, dewar.y, port.x, port.y));
      }
    }
    double up = tube.level * dewar.levelSeconds + problem.timing.releaseSeconds();
    return problem.weights.carrier() * (up + travel + problem.timing.dockSeconds());
  }

  private double cost(Rack rack) {
    int[] taken = counts[rack.index];
    long key = 0;
    for (int level = 1; level <= rack.levels; level++) {
      key = 31 * key + taken[level];
    }
    var memory = known.get(rack.index);
    var seen = memory.get(key);
    if (seen == null) {
      seen = new EveryDivision(rack, problem.timing, taken, carrier).least();
      memory.put(key, seen);
    }
    return seen;
  }
}
