package org.givre.plans.search;

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

  private void judgeAll(LongFunction<Instance> generator) {
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = generator.apply(seed);
      var stop = StopCondition.afterIterations(seed % 60);
      Judged.of(instance, planner.plan(instance, seed, stop)).assertHonest();
    }
  }
}
