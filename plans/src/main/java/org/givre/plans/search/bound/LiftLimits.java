package org.givre.plans.search.bound;

import java.util.List;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;

/**
 * How many tubes one lift may take, by its deepest level: what carriers hold, and what the caps and
 * the budgets of the boxes leave for a single lift. Index 0 is unused.
 */
final class LiftLimits {
  /** What the judge forgives, in seconds; plus rounding. */
  private static final double SLACK = 1.01e-4;

  /** Held picks; never more for a deeper level. */
  final int[] held;

  /** Picks from the parked box of a level. */
  final int[] parked;

  private final Dewar dewar;
  private final Timing timing;
  private final List<Double> caps;
  private final List<Double> budgets;

  LiftLimits(Dewar dewar, InstanceRack source, Timing timing, int carrier) {
    this.dewar = dewar;
    this.timing = timing;
    this.caps = source.boxMaxOutSeconds();
    this.budgets = source.boxMinBudgetSeconds();
    this.held = new int[source.levels() + 1];
    this.parked = new int[source.levels() + 1];
    for (int level = 1; level <= source.levels(); level++) {
      held[level] = Math.min(carrier, mostHeld(level));
      parked[level] = dewar.parks ? Math.min(carrier, mostParked(level)) : 0;
    }
  }

  /** Above which the rack is lifted. */
  Dewar dewar() {
    return dewar;
  }

  /** Whether a lift may take a tube from a level. */
  boolean allowsPickAt(int level) {
    return held[level] > 0 || parked[level] > 0;
  }

  /** Seconds that the box at {@code level} may be outside the dewar in the work area. */
  private double allowed(int level) {
    double byBudget = (budgets.get(level - 1) + SLACK) / dewar.liftWeight;
    return Math.min(caps.get(level - 1) + SLACK, byBudget);
  }

  private int mostHeld(int level) {
    double spare = Double.POSITIVE_INFINITY;
    for (int box = 1; box <= level; box++) {
      spare = Math.min(spare, allowed(box) - 2 * dewar.levelSeconds * (level - box + 1));
    }
    return picks(spare - timing.settleSeconds(), timing.pickSeconds());
  }

  private int mostParked(int level) {
    double tau = dewar.levelSeconds;
    double handling = dewar.ejectSeconds + dewar.insertSeconds;
    double sigma = timing.settleSeconds();
    for (int box = 1; box < level; box++) {
      if (4 * (level - box + 1) * tau + 2 * sigma + handling > allowed(box)) {
        return 0;
      }
    }
    double chamber = dewar.chamberWeight;
    double worn =
        dewar.liftWeight * (2 * tau + sigma + handling) + chamber * (2 * level * tau + sigma);
    int byBudget = picks(budgets.get(level - 1) + SLACK - worn, chamber * timing.pickSeconds());
    double out = (2 * level + 2) * tau + 2 * sigma + handling;
    return Math.min(byBudget, picks(caps.get(level - 1) + SLACK - out, timing.pickSeconds()));
  }

  private static int picks(double spare, double each) {
    if (spare < 0) {
      return 0;
    }
    return each <= 0 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, spare / each);
  }
}
