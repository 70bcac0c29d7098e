package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.List;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.LiftGroups;
import org.givre.plans.search.rack.RackCost;
import org.givre.plans.search.rack.RackVisits;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;

/**
 * How many tubes are taken from each level of each rack, and what that costs, in weighted
 * tube-seconds. Who asks what one tube more or less would cost usually goes on to take it or leave
 * it, so that answer is kept until the rack changes.
 */
final class RackPrices {
  private static final int NO_CHANGE = -1;

  private final Problem problem;
  private final LiftGroups groups;
  private final RackCost[] costs;

  /** By rack, group and level. */
  private final int[][][] counts;

  private final double[] rackCost;

  /** Per rack, which change by one tube was priced last, and what the rack would cost then. */
  private final int[] asked;

  private final double[] answer;

  /** Per rack, the {@link #changes} when it was last changed. */
  private final long[] changedAt;

  private long changes;
  private TimePrices prices = TimePrices.NONE;

  RackPrices(Problem problem, LiftGroups groups) {
    this.problem = problem;
    this.groups = groups;
    this.costs = new RackCost[problem.racks.length];
    this.counts = new int[problem.racks.length][][];
    this.rackCost = new double[problem.racks.length];
    this.asked = new int[problem.racks.length];
    this.answer = new double[problem.racks.length];
    this.changedAt = new long[problem.racks.length];
    Arrays.fill(asked, NO_CHANGE);
    for (var rack : problem.racks) {
      costs[rack.index] = new RackCost(problem, rack, groups);
      counts[rack.index] = new int[groups.count(rack)][rack.levels + 1];
    }
  }

  /** Of all racks together. */
  double sum() {
    double sum = 0;
    for (double cost : rackCost) {
      sum += cost;
    }
    return sum;
  }

  /** Tubes taken or left, and new prices, so far. */
  long changes() {
    return changes;
  }

  /** The {@link #changes} when {@code rack} was last changed. */
  long changedAt(Rack rack) {
    return changedAt[rack.index];
  }

  /**
   * What taking a tube too, or leaving it, would add; infinite when the rack would break a limit.
   *
   * @param change 1 or -1
   */
  double added(Demand demand, Tube tube, int change) {
    int rack = tube.rack.index;
    int question = question(demand, tube, change);
    if (asked[rack] != question) {
      count(demand, tube, change);
      answer[rack] = costs[rack].of(counts[rack]);
      count(demand, tube, -change);
      asked[rack] = question;
    }
    return answer[rack] - rackCost[rack];
  }

  /** What {@link #added} is at least. */
  double addedAtLeast(Demand demand, Tube tube, int change) {
    int rack = tube.rack.index;
    int question = question(demand, tube, change);
    if (asked[rack] == question) {
      return answer[rack] - rackCost[rack];
    }
    count(demand, tube, change);
    double least = costs[rack].atLeast(counts[rack]);
    count(demand, tube, -change);
    if (costs[rack].isExact()) {
      answer[rack] = least;
      asked[rack] = question;
    }
    return least - rackCost[rack];
  }

  private int[] group(Demand demand, Tube tube) {
    return counts[tube.rack.index][groups.of(demand, tube.rack)];
  }

  private int question(Demand demand, Tube tube, int change) {
    int place = groups.of(demand, tube.rack) * (tube.rack.levels + 1) + tube.level;
    if (tube.fragile) {
      int group = groups.of(demand, tube.rack);
      place = groups.count(tube.rack) * (tube.rack.levels + 1 + tube.index) + group;
    }
    return 2 * place + (change > 0 ? 1 : 0);
  }

  /** Takes or leaves a tube; returns what that adds. */
  double change(Demand demand, Tube tube, int change) {
    double added = added(demand, tube, change);
    count(demand, tube, change);
    changed(tube.rack, answer[tube.rack.index]);
    return added;
  }

  /** Takes all of these from one rack; false, and none, if the rack does not allow that. */
  boolean takeTogether(Rack rack, List<Taken> picks) {
    count(picks, 1);
    double cost = costs[rack.index].of(counts[rack.index]);
    if (cost == Double.POSITIVE_INFINITY) {
      count(picks, -1);
      return false;
    }
    changed(rack, cost);
    return true;
  }

  private void count(List<Taken> picks, int change) {
    for (var pick : picks) {
      count(pick.demand(), pick.tube(), change);
    }
  }

  private void count(Demand demand, Tube tube, int change) {
    group(demand, tube)[tube.level] += change;
    if (tube.fragile) {
      costs[tube.rack.index].change(demand, tube, change);
    }
  }

  /** Whether what is taken from a rack breaks its limits. */
  boolean broken(Rack rack) {
    return rackCost[rack.index] == Double.POSITIVE_INFINITY;
  }

  private void changed(Rack rack, double cost) {
    rackCost[rack.index] = cost;
    asked[rack.index] = NO_CHANGE;
    changes++;
    changedAt[rack.index] = changes;
  }

  /**
   * The lifts that take what is taken from a rack, in order.
   *
   * @param urgentFirst what is taken from it
   */
  List<Visit> visits(Rack rack, List<Taken> urgentFirst) {
    var visits = new RackVisits(problem, groups, rack, urgentFirst);
    return visits.visits(costs[rack.index], counts[rack.index]);
  }

  /**
   * Changes what seconds cost, and who is in a hurry.
   *
   * @param taken from all racks
   */
  void setPrices(TimePrices next, List<Taken> taken) {
    boolean all = next.lift() != prices.lift();
    boolean[] changed = new boolean[problem.racks.length];
    markHurried(taken, changed);
    if (!next.hurried().equals(prices.hurried())) {
      count(taken, -1);
      groups.hurry(next.hurried());
      count(taken, 1);
    }
    prices = next;
    markHurried(taken, changed);
    for (var rack : problem.racks) {
      costs[rack.index].setPrices(prices);
      if (all || changed[rack.index]) {
        rackCost[rack.index] = costs[rack.index].of(counts[rack.index]);
      }
    }
    changes++;
    Arrays.fill(changedAt, changes);
    Arrays.fill(asked, NO_CHANGE);
  }

  /** Marks the racks that something is taken from for hurried jobs. */
  private void markHurried(List<Taken> taken, boolean[] racks) {
    for (var pick : taken) {
      racks[pick.tube().rack.index] |= prices.hurried().has(pick.demand().job);
    }
  }
}
