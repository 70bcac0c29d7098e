package org.givre.plans.search.rack;

import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;

/**
 * Price of a rack that parks nothing, where carriers or caps forbid one lift for all: what {@link
 * RackDivision} comes to, without making the lifts. NaN where budgets may be in the way. Not for
 * use by several threads.
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
    double cost = division.cost(taken, none, carrier);
    return mayGet(division.mostOut(), division.deepest()) ? cost : Double.NaN;
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
    double together = division.cost(taken, none, carrier);
    int deepest = division.deepest();
    together += secondPrice * division.secondsUntilLast(taken, counts[0]);
    double mostOut = division.mostOut();
    double apart = division.cost(counts[0], none, carrier);
    apart += secondPrice * division.secondsUntilLast(counts[0], counts[0]);
    double out = division.mostOut();
    apart += division.cost(counts[1], counts[0], carrier);
    mostOut = Math.max(mostOut, out + division.mostOut());
    return mayGet(mostOut, deepest) ? Math.min(together, apart) : Double.NaN;
  }

  private boolean mayGet(double secondsOut, int deepest) {
    return rack.dewar.liftWeight * secondsOut <= fragile.tightest(deepest);
  }
}
