package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.junit.jupiter.api.Test;

/** Two jobs and one picker: whoever counts more is served first, even without any search. */
class PriorityTest {
  private final SmallStore store = new SmallStore(4);
  private final int older;
  private final int newer;

  PriorityTest() {
    store.picker(24);
    older = store.job(List.of(), store.tube(0, 2), store.tube(1, 2));
    newer = store.job(List.of(), store.tube(2, 2), store.tube(3, 2));
  }

  @Test
  void servesTheNewerJobFirstOnceItCountsMore() {
    assertThat(delivered(1, older)).isLessThanOrEqualTo(delivered(1, newer));
    assertThat(delivered(16, newer)).isLessThan(delivered(1, newer));
    assertThat(delivered(16, newer)).isLessThan(delivered(16, older));
  }

  @Test
  void doesNotWaitForOthersOnceAJobIsComplete() {
    var lifts = plan(16).plan().ops();

    assertThat(lifts)
        .extracting(op -> op.getClass().getSimpleName())
        .containsExactly("Lift", "Lift", "Unload", "Lift", "Lift", "Unload");
  }

  private double delivered(double priority, int job) {
    var instance = instance(priority);
    var verdict = PlanCheck.of(instance).judge(plan(priority).plan());
    assertThat(verdict.violations()).isEmpty();
    return verdict.jobDeliveredSeconds().getOrDefault(job, Double.NaN);
  }

  private PlannedRetrieval plan(double priority) {
    return new WarmthPlanner().plan(instance(priority), 0, StopCondition.afterIterations(0));
  }

  /** The newer job was submitted a minute later. */
  private Instance instance(double priority) {
    return Changed.jobs(
        store.instance(),
        job ->
            job.id() == newer
                ? Changed.urgency(job, priority, -60)
                : Changed.urgency(job, 1, -120));
  }
}
