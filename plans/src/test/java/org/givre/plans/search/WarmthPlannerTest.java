package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import org.givre.plans.instance.Instance;
import org.junit.jupiter.api.Test;

class WarmthPlannerTest {
  private static final int SEEDS = 2_000;

  private final RetrievalPlanner planner = new WarmthPlanner();

  @Test
  void plansOfPlainStoresAreValidAndCostWhatWasPredicted() {
    judgeAll(GeneratedInstance::plain);
  }

  @Test
  void plansOfTightStoresAreValidButForWhatTheyName() {
    judgeAll(GeneratedInstance::tight);
  }

  @Test
  void plansForACarrierThatHoldsAnything() {
    var store = new SmallStore(1);
    store.picker(Integer.MAX_VALUE);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 2));
    var instance = store.instance();
    var stop = StopCondition.afterIterations(10);
    var judged = Judged.of(instance, planner.plan(instance, 1, stop)).assertHonest();
    assertThat(judged.verdict().isValid()).isTrue();
  }

  private void judgeAll(LongFunction<Instance> generator) {
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = generator.apply(seed);
      var stop = StopCondition.afterIterations(seed % 60);
      Judged.of(instance, planner.plan(instance, seed, stop)).assertHonest();
    }
  }
}
