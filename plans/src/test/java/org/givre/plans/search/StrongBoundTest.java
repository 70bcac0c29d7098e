package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.function.LongFunction;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.bound.StrongBound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrongBoundTest {
  private static final int TINY = 90;
  private static final int STORES = 600;
  private static final StopCondition LONG = StopCondition.afterIterations(300);

  /** Rounding of sums. */
  private static final double SLACK = 1e-6;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isNeverAboveTheBestOfAllPlans(boolean tight) {
    double sum = 0;
    int possible = 0;
    for (long seed = 0; seed < TINY; seed++) {
      var instance = TinyInstance.of(seed, tight);
      double bound = LowerBound.strong(instance, LONG);
      double least = EveryPlan.of(instance).leastExposure();
      assertThat(bound).as("seed %d", seed).isLessThanOrEqualTo(least + SLACK);
      if (least < Double.POSITIVE_INFINITY) {
        possible++;
        sum += bound / least;
      }
    }
    assertThat(possible).isGreaterThanOrEqualTo(48);
    assertThat(sum / possible).isGreaterThan(0.97);
  }

  @Test
  void isNeverAboveAPlanOfAPlainStore() {
    assertThat(comparedWithPlans(GeneratedInstance::plain)).isGreaterThan(STORES / 2);
  }

  @Test
  void isNeverAboveAPlanOfATightStore() {
    assertThat(comparedWithPlans(GeneratedInstance::tight)).isGreaterThan(STORES / 4);
  }

  /** How many of the plans are valid and could be compared. */
  private static int comparedWithPlans(LongFunction<Instance> generator) {
    int valid = 0;
    for (long seed = 0; seed < STORES; seed++) {
      var instance = generator.apply(seed);
      var stop = StopCondition.afterIterations(200);
      var judged = Judged.of(instance, new WarmthPlanner().plan(instance, seed, stop));
      if (judged.verdict().isValid()) {
        valid++;
        double exposure = judged.verdict().exposure().totalTs();
        assertThat(LowerBound.strong(instance, LONG))
            .as(instance.name())
            .isBetween(LowerBound.cheap(instance), exposure + SLACK);
      }
    }
    return valid;
  }

  @Test
  void neverFallsAndGoesOnWhereItStopped() {
    for (long seed = 0; seed < 50; seed++) {
      var instance = GeneratedInstance.plain(seed);
      var bound = new StrongBound(instance);
      var told = new ArrayList<Double>();
      assertThat(bound.tubeSeconds()).isEqualTo(LowerBound.cheap(instance));
      for (long stop = 10; stop <= 40; stop += 10) {
        bound.improve(StopCondition.afterIterations(stop), (done, best) -> told.add(best));
      }
      assertThat(told).isSorted().hasSize((int) bound.iterations());
      assertThat(bound.tubeSeconds())
          .isEqualTo(LowerBound.strong(instance, StopCondition.afterIterations(40)));
    }
  }

  @Test
  void settlesWhenNothingIsLeftToGain() {
    for (long seed = 0; seed < 50; seed++) {
      var bound = new StrongBound(GeneratedInstance.plain(seed));
      bound.improve(StopCondition.afterIterations(5_000), (done, best) -> {});
      assertThat(bound.settled()).as("seed %d", seed).isTrue();
      long settled = bound.iterations();
      bound.improve(StopCondition.afterIterations(10_000), (done, best) -> {});
      assertThat(bound.iterations()).isEqualTo(settled);
    }
  }
}
