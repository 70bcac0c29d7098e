package org.givre.plans.search.rack;

import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;

/**
 * Warmth of one rack as a function of how many tubes are taken at each level. Infinite where no
 * division into lifts respects caps, budgets and carriers. Not for use by several threads.
 */
public final class RackCost {
  static final double SLACK = 1e-6;

  private final Rack rack;
  private final Timing timing;
  private final LiftGroups groups;
  private final RackDivision division;
  private final CostMemory memory = new CostMemory();
  private final boolean simple;

  public RackCost(Problem problem, Rack rack, LiftGroups groups) {
    this.rack = rack;
    this.timing = problem.timing;
    this.groups = groups;
    this.division = new RackDivision(rack, timing, groups);
    this.simple = !rack.capped && !rack.dewar.parks;
  }

  /**
   * Weighted tube-seconds in this rack.
   *
   * @param counts tubes taken, by group and level
   */
  public double of(int[][] counts) {
    int busy = -1;
    int total = 0;
    boolean several = false;
    for (int group = 0; group < counts.length; group++) {
      int taken = 0;
      for (int here : counts[group]) {
        taken += here;
      }
      if (taken > 0) {
        several |= busy >= 0;
        busy = group;
        total += taken;
      }
    }
    if (busy < 0) {
      return 0;
    }
    if (simple && !several && total <= groups.carrierTubes(rack, busy)) {
      return oneHeldLift(counts[busy]);
    }
    return remembered(counts);
  }

  private double remembered(int[][] counts) {
    long key = CostMemory.key(counts);
    double known = memory.get(key);
    if (Double.isNaN(known)) {
      known = division.cheapest(counts).cost();
      memory.put(key, known);
    }
    return known;
  }

  /** The lifts behind {@link #of}, in order; empty when it is infinite. */
  List<Shape> shapes(int[][] counts) {
    return division.cheapest(counts).shapes();
  }

  private double oneHeldLift(int[] counts) {
    double stroke = 2 * rack.dewar.levelSeconds;
    double sigma = timing.settleSeconds();
    double pick = timing.pickSeconds();
    double limitScale = rack.dewar.liftWeight;
    double reach = rack.dewar.levelSeconds + sigma;
    double out = 0;
    double sum = 0;
    for (int level = rack.levels; level >= 1; level--) {
      int here = counts[level];
      if (here > 0) {
        out += stroke + sigma + pick * here;
        sum += here * reach + pick * (here * (here - 1)) * 0.5;
      } else if (out > 0) {
        out += stroke;
      } else {
        continue;
      }
      if (limitScale * out > rack.boxBudget[level] + SLACK) {
        return Double.POSITIVE_INFINITY;
      }
      sum += out * (rack.boxTubes[level] - here);
    }
    return sum * limitScale;
  }
}
