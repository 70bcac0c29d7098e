package org.givre.plans.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongFunction;
import org.assertj.core.data.Offset;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.GeneratedInstance;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.api.Test;

class RetimingTest {
  private static final int STORES = 1_000;
  private static final Offset<Double> SAME = within(1e-6);

  @Test
  void leavesThePlannersPlansOfPlainStoresAsTheyAre() {
    leavesPlansAsTheyAre(GeneratedInstance::plain);
  }

  @Test
  void leavesThePlannersPlansOfTightStoresAsTheyAre() {
    leavesPlansAsTheyAre(GeneratedInstance::tight);
  }

  private static void leavesPlansAsTheyAre(LongFunction<Instance> generator) {
    for (long seed = 0; seed < STORES; seed++) {
      var instance = generator.apply(seed);
      var plan = plan(instance, seed);
      var explainer = new Explainer(instance, plan);
      assertThat(explainer.retimed()).as(instance.name()).isFalse();
      assertThat(explainer.plan()).isSameAs(plan);
    }
  }

  static RetrievalPlan plan(Instance instance, long seed) {
    var stop = StopCondition.afterIterations(seed % 40);
    return new WarmthPlanner().plan(instance, seed, stop).plan();
  }

  @Test
  void changesNoFigureWhereNothingIsChanged() {
    int valid = 0;
    for (long seed = 0; seed < STORES; seed++) {
      var instance = seed % 2 == 0 ? GeneratedInstance.plain(seed) : GeneratedInstance.tight(seed);
      var plan = plan(instance, seed);
      if (!PlanCheck.of(instance).judge(plan).isValid()) {
        continue;
      }
      valid++;
      var comparison = new Comparison(instance, plan);
      var same = comparison.judged(new Change.Swapped(), comparison.timed(comparison.rework()));
      var as = instance.name();
      assertThat(same.difference().breaks()).as(as).isEmpty();
      assertThat(same.difference().exposureTs()).as(as).isEqualTo(0, SAME);
      assertThat(same.difference().compositeTs()).as(as).isEqualTo(0, SAME);
      assertThat(same.moreUnloads()).as(as).isZero();
    }
    assertThat(valid).isGreaterThan(STORES / 2);
  }
}
