package org.givre.plans.search.rack;

import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;

/**
 * Price of a rack that parks nothing, where carriers or caps forbid one lift for all: what {@link
 * RackDivision} comes to, without making the lifts. NaN where budgets may be in the way, or where
 * lifts may be cheaper in another order. Not for use by several threads.
 */
final class HeldPrices {
  private final Rack rack;
  private final FragileTubes fragile;
  private final HeldDivision division;
  private final int[] none;

  HeldPrices(Rack rack, Timing timing, LiftTime time, FragileTubes fragile) {
    this.rack = rack;
    this.fragile = fragile;
    this.division = new HeldDivision(rack, timing, time);
    this.none = new int[rack.levels + 1];
  }

  /** Of tubes per level without deadlines, in weighted tube-seconds. */
  double calm(int[] taken, int carrier) {
    double price = division.cost(taken, none, carrier);
    division.follow(taken, none);
    return allowed(division.mostOut(), division.deepest()) ? ordered(price) : Double.NaN;
  }

  /**
   * Of lifts for all, or of lifts for those with a deadline and others after them, whichever is
   * cheaper, in weighted tube-seconds.
   *
   * @param taken tubes per level
   * @param counts the same with and without a deadline
   * @param secondPrice what a second until the last pick with a deadline costs
   */
  double hurried(int[] taken, int[][] counts, int carrier, double secondPrice) {
    int[] urgent = counts[0];
    double together = division.cost(taken, none, carrier);
    division.follow(taken, urgent);
    together = ordered(together + secondPrice * division.secondsUntilLast());
    int deepest = division.deepest();
    double mostOut = division.mostOut();
    double apart = division.cost(urgent, none, carrier);
    division.follow(urgent, urgent);
    apart = ordered(apart + secondPrice * division.secondsUntilLast());
    double out = division.mostOut();
    apart += division.cost(counts[1], urgent, carrier);
    division.follow(counts[1], none);
    apart = ordered(apart);
    mostOut = Math.max(mostOut, out + division.mostOut());
    return allowed(mostOut, deepest) ? Math.min(together, apart) : Double.NaN;
  }

  /** A price of the division of last time; NaN where its lifts may be cheaper in another order. */
  private double ordered(double price) {
    return division.keepsOrder() ? price : Double.NaN;
  }

  private boolean allowed(double secondsOut, int deepest) {
    return rack.dewar.liftWeight * secondsOut <= fragile.tightest(deepest);
  }
}
