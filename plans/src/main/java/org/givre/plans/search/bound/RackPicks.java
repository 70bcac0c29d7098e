package org.givre.plans.search.bound;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.givre.plans.search.bound.Stage.StageSize;
import org.jspecify.annotations.Nullable;

/** What may be picked from one rack, and the best picks at the prices of last time. */
final class RackPicks {
  /**
   * From the top down, levels at which nothing can be picked left out, with the strokes of one held
   * lift.
   */
  final Stage[] stages;

  /** Cost less prices of the best picks; 0 where picking nothing is best. */
  double least;

  /** The best picks: at each stage, so many of the first tubes. */
  final int[] taken;

  /** How many of these are held. */
  final int[] held;

  private final RackPhysics physics;
  private final LiftLimits limits;
  private final double[][] known;

  private final int[] levels;
  private final int[][] tubes;

  /** Made when first needed: most racks never do. */
  private Stage @Nullable [] stagesOfSeveralLifts;

  /**
   * Of one rack.
   *
   * @param tubes that may be picked, by level; index 0 unused
   */
  RackPicks(RackPhysics physics, LiftLimits limits, int[][] tubes) {
    this.physics = physics;
    this.limits = limits;
    this.tubes = tubes;
    this.levels =
        IntStream.range(1, tubes.length)
            .filter(level -> tubes[level].length > 0 && limits.allowsPickAt(level))
            .toArray();
    this.stages = stages(true);
    this.taken = new int[levels.length];
    this.held = new int[levels.length];
    this.known = new double[levels.length][];
    for (int i = 0; i < levels.length; i++) {
      known[i] = new double[stages[i].tubes.length];
      Arrays.fill(known[i], Double.NaN);
    }
  }

  private Stage[] stages(boolean oneLift) {
    var made = new Stage[levels.length];
    int heldFrom = 0;
    int ops = 0;
    int above = IntStream.of(levels).map(level -> tubes[level].length).sum();
    int below = 0;
    for (int i = levels.length - 1; i >= 0; i--) {
      int level = levels[i];
      int most = tubes[level].length;
      above -= most;
      below += most;
      heldFrom += limits.held[level] > 0 ? most : 0;
      heldFrom = oneLift ? Math.min(1, heldFrom) : heldFrom;
      ops += limits.parked[level] > 0 ? physics.ops(level, most) : 0;
      int levelAbove = i == 0 ? 0 : levels[i - 1];
      var size = new StageSize(levelAbove, level, above, below, heldFrom, ops, oneLift);
      made[i] = new Stage(physics, size, tubes[level]);
    }
    return made;
  }

  /** The same with the strokes of as many lifts as held picks need. */
  Stage[] stagesOfSeveralLifts() {
    var known = stagesOfSeveralLifts;
    if (known == null) {
      known = stages(false);
      stagesOfSeveralLifts = known;
    }
    return known;
  }

  /**
   * Whether the best picks that are held fit into one lift; limits never rise with depth, so it is
   * enough to look where something is picked.
   */
  boolean fitsOneLift() {
    int deeper = 0;
    for (int i = stages.length - 1; i >= 0; i--) {
      deeper += held[i];
      if (deeper > limits.held[stages[i].level]) {
        return false;
      }
    }
    return true;
  }

  /** Names the tubes of the best picks, by index. */
  void forEachTaken(IntConsumer tube) {
    for (int i = 0; i < stages.length; i++) {
      for (int t = 0; t < taken[i]; t++) {
        tube.accept(stages[i].tubes[t]);
      }
    }
  }

  /** Whether any price differs from last time; sorts the tubes and remembers their prices. */
  boolean priced(double[] prices) {
    boolean changed = false;
    for (int i = 0; i < stages.length; i++) {
      changed |= priced(stages[i].tubes, known[i], prices);
    }
    return changed;
  }

  private static boolean priced(int[] tubes, double[] before, double[] prices) {
    boolean changed = false;
    for (int t = 0; t < tubes.length; t++) {
      changed |= prices[tubes[t]] != before[t];
    }
    if (changed) {
      sort(tubes, prices);
      for (int t = 0; t < tubes.length; t++) {
        before[t] = prices[tubes[t]];
      }
    }
    return changed;
  }

  /** Prices of the tubes of a stage, falling. */
  double[] pricesAt(int stage) {
    return known[stage];
  }

  /** By insertion: from one time to the next, few change places. Equal prices by index. */
  private static void sort(int[] tubes, double[] prices) {
    for (int i = 1; i < tubes.length; i++) {
      int tube = tubes[i];
      int at = i;
      while (at > 0 && before(tube, tubes[at - 1], prices)) {
        tubes[at] = tubes[at - 1];
        at--;
      }
      tubes[at] = tube;
    }
  }

  private static boolean before(int one, int other, double[] prices) {
    return prices[one] > prices[other] || (prices[one] == prices[other] && one < other);
  }
}
