package org.givre.plans.search.rack;

import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.jspecify.annotations.Nullable;

/**
 * Price of one rack as a function of how many tubes are taken at each level: its warmth, and the
 * time of its lifts. Infinite where no division into lifts respects caps, budgets and carriers. Not
 * for use by several threads.
 */
public final class RackCost {
  static final double SLACK = 1e-6;

  private final Rack rack;
  private final LiftGroups groups;
  private final Timing timing;
  private final LiftTime time;
  private final UnhinderedDivision unhindered;

  /** Made when first needed: most racks never do. */
  private @Nullable RackDivision division;

  private @Nullable HeldDivision held;

  /** Prices without and with what seconds before deadlines cost. */
  private final CostMemory calmMemory = new CostMemory();

  private final CostMemory hurriedMemory = new CostMemory();

  /** The smallest budget of the boxes down to each level. */
  private final double[] tightest;

  private final int[] pooled;
  private double secondPrice;

  public RackCost(Problem problem, Rack rack, LiftGroups groups) {
    this.rack = rack;
    this.groups = groups;
    this.timing = problem.timing;
    this.time = new LiftTime(problem.timing);
    this.unhindered = new UnhinderedDivision(rack, timing, time);
    this.pooled = new int[rack.levels + 1];
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
    if (groups.lots(rack) > 1) {
      return remembered(counts, hurriedMemory);
    }
    if (hurried(counts)) {
      return remembered(counts, hurriedMemory);
    }
    double cost = unhindered(counts);
    if (Double.isNaN(cost) && !rack.dewar.parks) {
      cost = held();
    }
    return Double.isNaN(cost) ? remembered(counts, calmMemory) : cost;
  }

  /** Whether lots or deadlines part the picks. */
  private boolean hurried(int[][] counts) {
    return groups.lots(rack) > 1 || (secondPrice > 0 && counts.length > 1 && any(counts[0]));
  }

  /** The price where neither caps nor a carrier nor budgets are in the way; else NaN. */
  private double unhindered(int[][] counts) {
    if (pool(counts) > groups.carrierTubes(rack, 0)) {
      return Double.NaN;
    }
    double cost = unhindered.cost(pooled);
    boolean allowed = !rack.capped || unhindered.withinCaps();
    return allowed && unhindered.withinBudgets() ? cost : Double.NaN;
  }

  /** The price of held lifts for what {@link #unhindered} has pooled; NaN if budgets forbid it. */
  private double held() {
    var known = held;
    if (known == null) {
      known = new HeldDivision(rack, timing, time);
      held = known;
    }
    double cost = known.cost(pooled, groups.carrierTubes(rack, 0));
    double worn = rack.dewar.liftWeight * known.mostOut();
    return worn <= tightest[known.deepest()] ? cost : Double.NaN;
  }

  private RackDivision division() {
    var known = division;
    if (known == null) {
      known = new RackDivision(rack, timing, groups, time, unhindered);
      known.setSecondPrice(secondPrice);
      division = known;
    }
    return known;
  }

  private static boolean any(int[] counts) {
    for (int taken : counts) {
      if (taken > 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds the groups up; returns how many tubes there are. */
  private int pool(int[][] counts) {
    int sum = 0;
    for (int level = 1; level <= rack.levels; level++) {
      int here = 0;
      for (int[] group : counts) {
        here += group[level];
      }
      pooled[level] = here;
      sum += here;
    }
    return sum;
  }

  private double remembered(int[][] counts, CostMemory memory) {
    long key = CostMemory.key(counts);
    double known = memory.get(key);
    if (Double.isNaN(known)) {
      known = division().cheapest(counts).price();
      memory.put(key, known);
    }
    return known;
  }

  /** Changes what seconds cost. */
  public void setPrices(TimePrices prices) {
    if (time.price() != prices.lift()) {
      time.setPrice(prices.lift());
      calmMemory.clear();
    }
    secondPrice = prices.beforeDeadline();
    if (division != null) {
      division.setSecondPrice(secondPrice);
    }
    hurriedMemory.clear();
  }

  /** The lifts behind {@link #of}, in order; empty when it is infinite. */
  List<Shape> shapes(int[][] counts) {
    if (!hurried(counts) && !Double.isNaN(unhindered(counts))) {
      return unhindered.shapes();
    }
    return division().cheapest(counts).shapes();
  }
}
