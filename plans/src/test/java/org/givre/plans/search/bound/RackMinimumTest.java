package org.givre.plans.search.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RackMinimumTest {
  private static final int SEEDS = 300;
  private static final double ROUNDING = 1e-7;

  private final RackMinimum minimum = new RackMinimum();

  @Test
  void findsTheBestOfAllSetsOfPicks() {
    int empty = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var store = new OneRack(seed);
      var rack = store.picks();
      solve(rack, store.prices);
      double best = best(store, 0, new int[6], new int[6]);
      assertThat(rack.least).as("seed %d", seed).isCloseTo(best, within(ROUNDING));
      empty += best == 0 ? 1 : 0;
    }
    assertThat(empty).isBetween(1, SEEDS / 2);
  }

  @Test
  void saysWhichPicksAreBest() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var store = new OneRack(seed);
      var rack = store.picks();
      solve(rack, store.prices);
      double best = rack.least;
      int[] served = new int[store.prices.length];
      rack.forEachTaken(tube -> served[tube]++);
      double[] onlyThose = store.prices.clone();
      Arrays.setAll(onlyThose, tube -> served[tube] == 1 ? onlyThose[tube] : -1e6);
      solve(rack, onlyThose);
      assertThat(rack.least).as("seed %d", seed).isCloseTo(best, within(ROUNDING));
    }
  }

  @Test
  void noticesThatPricesHaveChanged() {
    var random = new SplittableRandom(7);
    for (long seed = 0; seed < SEEDS; seed++) {
      var store = new OneRack(seed);
      var rack = store.picks();
      solve(rack, store.prices);
      assertThat(rack.priced(store.prices)).isFalse();
      int tube = random.nextInt(store.prices.length);
      store.prices[tube] += 200;
      boolean concerned = store.limits.allowsPickAt(store.levels[tube]);
      assertThat(rack.priced(store.prices)).isEqualTo(concerned);
    }
  }

  private void solve(RackPicks rack, double[] prices) {
    rack.priced(prices);
    minimum.solve(rack);
  }

  /** Leaves, holds or parks each tube. */
  private static double best(OneRack store, int tube, int[] held, int[] parked) {
    if (tube == store.prices.length) {
      return store.cost(held, parked);
    }
    int level = store.levels[tube];
    double best = best(store, tube + 1, held, parked);
    held[level]++;
    best = Math.min(best, best(store, tube + 1, held, parked) - store.prices[tube]);
    held[level]--;
    parked[level]++;
    best = Math.min(best, best(store, tube + 1, held, parked) - store.prices[tube]);
    parked[level]--;
    return best;
  }
}
