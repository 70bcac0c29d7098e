package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Prices;
import org.junit.jupiter.api.Test;

/** Plans of tiny stores against the best of all plans, where only exposure counts. */
class SmallOptimumTest {
  private static final int SEEDS = 300;
  private static final StopCondition LONG = StopCondition.afterIterations(20_000);
  private static final double ROUNDING = 1e-9;

  @Test
  void isFoundInPlainStores() {
    var share = new Share(false);
    assertThat(share.possible).isEqualTo(SEEDS);
    assertThat(share.found()).isGreaterThanOrEqualTo(0.99);
    assertThat(share.excess()).isLessThan(1e-5);
  }

  /**
   * Where budgets and caps are tight enough to part lifts, the best division is missed at times.
   */
  @Test
  void isMostlyFoundInTightStores() {
    var share = new Share(true);
    assertThat(share.possible).isGreaterThan(SEEDS / 2);
    assertThat(share.found()).isGreaterThanOrEqualTo(0.96);
    assertThat(share.excess()).isLessThan(4e-3);
  }

  /** How many stores the planner plans as well as possible. */
  private static final class Share {
    int possible;
    private int optimal;
    private double sum;

    Share(boolean tight) {
      for (long seed = 0; seed < SEEDS; seed++) {
        compare(timeless(TinyInstance.of(seed, tight)), seed);
      }
    }

    private void compare(Instance instance, long seed) {
      double least = EveryPlan.of(instance).leastExposure();
      var judged = Judged.of(instance, new WarmthPlanner().plan(instance, seed, LONG));
      assertThat(judged.verdict().isValid())
          .as("seed %d", seed)
          .isEqualTo(least < Double.POSITIVE_INFINITY);
      if (judged.verdict().isValid()) {
        double exposure = judged.verdict().exposure().totalTs();
        assertThat(exposure).as("seed %d", seed).isGreaterThanOrEqualTo(least * (1 - ROUNDING));
        possible++;
        optimal += exposure <= least * (1 + ROUNDING) ? 1 : 0;
        sum += exposure / least - 1;
      }
    }

    double found() {
      return (double) optimal / possible;
    }

    double excess() {
      return sum / possible;
    }
  }

  private static Instance timeless(Instance instance) {
    var store = new Variant(instance);
    store.prices = new Prices(0, 0);
    return store.instance();
  }
}
