package org.givre.plans.search.rack;

import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
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
  private final FragileTubes fragile;

  /** Made when first needed: most racks never do. */
  private @Nullable RackDivision division;

  private @Nullable HeldPrices held;

  /** Prices without and with what seconds before deadlines cost. */
  private final CostMemory calmMemory = new CostMemory();

  private final CostMemory hurriedMemory = new CostMemory();

  private final int[] pooled;
  private final int[] none;

  /** Of a lift, for grip and release. */
  private final double handlingSeconds;

  private double secondPrice;

  /** Whether the last {@link #atLeast} was exact. */
  private boolean exact;

  public RackCost(Problem problem, Rack rack, LiftGroups groups) {
    this.rack = rack;
    this.groups = groups;
    this.timing = problem.timing;
    this.time = new LiftTime(problem.timing);
    this.fragile = new FragileTubes(problem, rack);
    this.unhindered = new UnhinderedDivision(rack, timing, time, fragile);
    this.handlingSeconds = timing.gripSeconds() + timing.releaseSeconds();
    this.pooled = new int[rack.levels + 1];
    this.none = new int[rack.levels + 1];
  }

  /**
   * Weighted tube-seconds in this rack, and what the time of its lifts is worth.
   *
   * @param counts tubes taken, by group and level
   */
  public double of(int[][] counts) {
    double cost = quick(counts);
    return Double.isNaN(cost) ? remembered(counts) : cost;
  }

  /**
   * What {@link #of} comes to at least, in weighted tube-seconds; quicker where caps, budgets or
   * carriers are in the way.
   */
  public double atLeast(int[][] counts) {
    double cost = quick(counts);
    exact = !Double.isNaN(cost);
    if (exact) {
      return cost;
    }
    pool(counts);
    unhindered.cost(pooled, none);
    double relaxed = unhindered.relaxed();
    if (groups.lots(rack) > 1 || !hurried(counts)) {
      return relaxed;
    }
    unhindered.cost(counts[0], none);
    return relaxed + secondPrice * (handlingSeconds + unhindered.heldSeconds());
  }

  /** Whether the last {@link #atLeast} is what {@link #of} comes to. */
  public boolean isExact() {
    return exact;
  }

  /** The price, or NaN where it takes a search for divisions. */
  private double quick(int[][] counts) {
    if (groups.lots(rack) > 1 || fragile.anyTaken()) {
      return Double.NaN;
    }
    double cost = hurried(counts) ? hurriedPrice(counts) : unhindered(counts);
    return Double.isNaN(cost) && !rack.dewar.parks && !RackDivision.fewTubes(counts)
        ? held(counts)
        : cost;
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
    double cost = unhindered.cost(pooled, none);
    boolean allowed = !rack.capped || unhindered.withinCaps();
    return allowed && unhindered.withinBudgets() ? cost : Double.NaN;
  }

  /** The price that {@link HeldPrices} gives what {@link #unhindered} has pooled, or NaN. */
  private double held(int[][] counts) {
    var known = held;
    if (known == null) {
      known = new HeldPrices(rack, timing, time, fragile);
      held = known;
    }
    int carrier = groups.carrierTubes(rack, 0);
    return hurried(counts)
        ? known.hurried(pooled, counts, carrier, secondPrice)
        : known.calm(pooled, carrier);
  }

  /**
   * The price of what {@link RackDivision} would find for picks with and without a deadline, where
   * nothing is in the way and nothing is parked: one held lift for all, or one for those in a hurry
   * and one after it. NaN elsewhere.
   */
  private double hurriedPrice(int[][] counts) {
    double together = unhindered(counts);
    if (Double.isNaN(together) || unhindered.parked() != 0) {
      return Double.NaN;
    }
    together += secondPrice * (handlingSeconds + unhindered.heldSeconds());
    int deepest = unhindered.deepest();
    if (!any(counts[1])) {
      return together;
    }
    double first = unhindered.cost(counts[0], none);
    double wait = unhindered.heldSeconds();
    long parked = unhindered.parked();
    double second = unhindered.cost(counts[1], counts[0]);
    double worn = rack.dewar.liftWeight * (wait + unhindered.heldSeconds());
    parked |= unhindered.parked();
    if (parked != 0 || worn > fragile.tightest(deepest)) {
      return Double.NaN;
    }
    return Math.min(together, first + second + secondPrice * (handlingSeconds + wait));
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

  private double remembered(int[][] counts) {
    var memory = hurried(counts) ? hurriedMemory : calmMemory;
    long key = CostMemory.key(counts) ^ fragile.key();
    double known = memory.get(key);
    if (Double.isNaN(known)) {
      known = division().price(counts);
      memory.put(key, known);
    }
    return known;
  }

  /** A fragile tube is taken, or left; {@link #of} depends on which. */
  public void change(Demand demand, Tube tube, int change) {
    if (change > 0) {
      fragile.take(tube, groups.lot(demand, rack));
    } else {
      fragile.leave(tube);
    }
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
    if (!hurried(counts) && !fragile.anyTaken() && !Double.isNaN(unhindered(counts))) {
      return unhindered.shapes();
    }
    return division().lifts(counts);
  }
}
