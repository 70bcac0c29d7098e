package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.check.Violation;
import org.givre.plans.check.ViolationKind;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlannedRetrieval.Unplanned;

/** A plan and what the judge says about it. */
record Judged(Instance instance, PlannedRetrieval planned, Verdict verdict) {
  /** What an unplanned request itself breaks; a carried tube cannot be left out. */
  private static final Set<ViolationKind> OWN =
      EnumSet.of(ViolationKind.UNSERVED, ViolationKind.UNFINISHED);

  static Judged of(Instance instance, PlannedRetrieval planned) {
    return new Judged(instance, planned, PlanCheck.of(instance).judge(planned.plan()));
  }

  /** Fails where the plan breaks more than what it names, or costs other than predicted. */
  Judged assertHonest() {
    assertThat(beyond()).as("%s: %s", instance.name(), planned.unplanned()).isEmpty();
    assertThat(planned.predicted().exposure())
        .as(instance.name())
        .isCloseTo(verdict.exposure().totalTs(), within(1e-6));
    assertThat(planned.predicted().makespan())
        .as(instance.name())
        .isCloseTo(verdict.makespanSeconds(), within(1e-6));
    assertThat(planned.predicted().tardiness())
        .as(instance.name())
        .isCloseTo(verdict.weightedTardinessSeconds(), within(1e-6));
    return this;
  }

  private List<Violation> beyond() {
    var named = planned.unplanned().stream().map(Unplanned::request).collect(Collectors.toSet());
    var carried =
        instance.pickers().stream()
            .flatMap(p -> p.initialLoad().stream())
            .flatMapToInt(c -> c.request().stream())
            .boxed()
            .collect(Collectors.toSet());
    var allowed = EnumSet.noneOf(ViolationKind.class);
    if (planned.stranded().stream().anyMatch(tube -> tube.constraint().equals("budget"))) {
      allowed.add(ViolationKind.BUDGET);
    }
    if (!named.isEmpty() || !planned.stranded().isEmpty()) {
      allowed.addAll(OWN);
    }
    if (named.stream().anyMatch(carried::contains)) {
      allowed.addAll(EnumSet.of(ViolationKind.DEADLINE, ViolationKind.BUDGET));
    }
    return verdict.violations().stream().filter(v -> !allowed.contains(v.kind())).toList();
  }
}
