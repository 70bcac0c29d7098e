package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.schedule.Figures;
import org.junit.jupiter.api.Test;

class PlanProgressTest {
  private static final int STORES = 50;
  private static final StopCondition STOP = StopCondition.afterIterations(400);

  private final List<Figures> told = new ArrayList<>();
  private final RetrievalPlanner telling = new WarmthPlanner(best -> told.add(best.get()));

  @Test
  void endsWithThePlanThatIsReturned() {
    int several = 0;
    for (long seed = 0; seed < STORES; seed++) {
      told.clear();
      var found = telling.plan(instance(seed), seed, STOP);
      assertThat(told).as("seed %d", seed).isNotEmpty().endsWith(found.predicted());
      several += told.size() > 1 ? 1 : 0;
    }
    assertThat(several).isGreaterThan(STORES / 4);
  }

  @Test
  void changesNothingAboutTheSearch() {
    for (long seed = 0; seed < STORES; seed++) {
      var instance = instance(seed);
      assertThat(telling.plan(instance, seed, STOP))
          .as("seed %d", seed)
          .isEqualTo(new WarmthPlanner().plan(instance, seed, STOP));
    }
  }

  private static Instance instance(long seed) {
    return seed % 2 == 0 ? GeneratedInstance.plain(seed) : GeneratedInstance.tight(seed);
  }
}
