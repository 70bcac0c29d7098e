package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmthPlannerTest {
  @Test
  void plansOfPlainStoresAreValidAndCostWhatWasPredicted() {
    new SeededPlans(GeneratedInstance::plain).assertHonest();
  }

  @Test
  void plansOfTightStoresAreValidButForWhatTheyName() {
    new SeededPlans(GeneratedInstance::tight).assertHonest();
  }

  @Test
  void plansForACarrierThatHoldsAnything() {
    var store = new SmallStore(1);
    store.picker(Integer.MAX_VALUE);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 2));
    var instance = store.instance();
    var judged = Judged.of(instance, SeededPlans.plan(instance, 10)).assertHonest();
    assertThat(judged.verdict().isValid()).isTrue();
  }
}
