package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.check.Violation;
import org.givre.plans.check.ViolationKind;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.junit.jupiter.api.Test;

class WarmthPlannerTest {
  private static final int SEEDS = 2_000;

  /** What an unplanned request itself breaks; a carried tube cannot be left out. */
  private static final Set<ViolationKind> OWN =
      EnumSet.of(ViolationKind.UNSERVED, ViolationKind.UNFINISHED);

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
      judge(generator.apply(seed), seed);
    }
  }

  private void judge(Instance instance, long seed) {
    var planned = planner.plan(instance, seed, StopCondition.afterIterations(seed % 60));
    var verdict = PlanCheck.of(instance).judge(planned.plan());
    var broken = beyond(instance, planned.unplanned(), verdict);
    assertThat(broken).as("%s: %s", instance.name(), planned.unplanned()).isEmpty();
    assertThat(planned.predicted().exposure())
        .as(instance.name())
        .isCloseTo(verdict.exposure().totalTs(), within(1e-6));
    assertThat(planned.predicted().makespan())
        .as(instance.name())
        .isCloseTo(verdict.makespanSeconds(), within(1e-6));
    assertThat(planned.predicted().tardiness())
        .as(instance.name())
        .isCloseTo(verdict.weightedTardinessSeconds(), within(1e-6));
  }

  private static List<Violation> beyond(
      Instance instance, List<Unplanned> unplanned, Verdict verdict) {
    var named = unplanned.stream().map(Unplanned::request).collect(Collectors.toSet());
    var carried =
        instance.pickers().stream()
            .flatMap(p -> p.initialLoad().stream())
            .flatMapToInt(c -> c.request().stream())
            .boxed()
            .collect(Collectors.toSet());
    var allowed = EnumSet.noneOf(ViolationKind.class);
    if (!unplanned.isEmpty()) {
      allowed.addAll(OWN);
    }
    if (named.stream().anyMatch(carried::contains)) {
      allowed.addAll(EnumSet.of(ViolationKind.DEADLINE, ViolationKind.BUDGET));
    }
    return verdict.violations().stream().filter(v -> !allowed.contains(v.kind())).toList();
  }
}
