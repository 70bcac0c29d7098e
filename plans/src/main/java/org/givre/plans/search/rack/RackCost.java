package org.givre.plans.search.rack;

import java.util.List;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * Price of one rack as a function of how many tubes are taken at each level: its warmth, and the
 * time of its lifts. Infinite where no division into lifts respects caps, budgets and carriers. Not
 * for use by several threads.
 */
public final class RackCost {
  static final double SLACK = 1e-6;

  private final Rack rack;
  private final LiftGroups groups;
  private final RackDivision division;
  private final HeldDivision held;
  private final CostMemory memory = new CostMemory();

  /** The smallest budget of the boxes down to each level. */
  private final double[] tightest;

  public RackCost(Problem problem, Rack rack, LiftGroups groups) {
    this.rack = rack;
    this.groups = groups;
    var time = LiftTime.of(problem);
    this.division = new RackDivision(rack, problem.timing, groups, time);
    this.held = new HeldDivision(rack, problem.timing, time);
    this.tightest = rack.boxBudget.clone();
    tightest[0] = Double.POSITIVE_INFINITY;
    for (int level = 1; level <= rack.levels; level++) {
      tightest[level] = Math.min(tightest[level - 1], tightest[level]);
    }
  }

  /**
   * Weighted tube-seconds in this rack, and what the time of its lifts is worth.
   *
   * @param counts tubes taken, by group and level
   */
  public double of(int[][] counts) {
    int group = onlyGroup(counts);
    if (group < 0 || rack.dewar.parks) {
      return remembered(counts);
    }
    double cost = held.cost(counts[group], groups.carrierTubes(rack, groups.lots(rack) - 1));
    double worn = rack.dewar.liftWeight * held.mostOut();
    return worn <= tightest[held.deepest()] ? cost : remembered(counts);
  }

  /** The last group if no other takes anything; negative otherwise. */
  private static int onlyGroup(int[][] counts) {
    int last = counts.length - 1;
    for (int group = 0; group < last; group++) {
      for (int taken : counts[group]) {
        if (taken > 0) {
          return -1;
        }
      }
    }
    return last;
  }

  private double remembered(int[][] counts) {
    long key = CostMemory.key(counts);
    double known = memory.get(key);
    if (Double.isNaN(known)) {
      known = division.cheapest(counts).price();
      memory.put(key, known);
    }
    return known;
  }

  /** Prices the seconds of lifts with a deadline, in weighted tube-seconds each. */
  public void setSecondPrice(double price) {
    division.setSecondPrice(price);
    memory.clear();
  }

  /** The lifts behind {@link #of}, in order; empty when it is infinite. */
  List<Shape> shapes(int[][] counts) {
    return division.cheapest(counts).shapes();
  }
}
