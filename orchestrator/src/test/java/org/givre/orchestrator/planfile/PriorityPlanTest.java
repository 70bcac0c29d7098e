package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.SortedMap;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job gains when its priority is raised from 5 to 9, all due when they were submitted. */
class PriorityPlanTest {
  private static final int NOBODY = -1;

  /** 2 to the power of 9 - 5. */
  private static final double RAISED = 16;

  private static final double SECONDS_BETWEEN_SUBMISSIONS = 60;

  @ParameterizedTest
  @CsvSource({
    "S-101,0",
    "S-101,400",
    "S-201,0",
    "S-201,400",
    "M-101,0",
    "M-101,400",
    "M-201,0",
    "M-201,400"
  })
  void bringsItsLastDeliveryForwardAndNeverBack(String name, long iterations) {
    var instance = PublicInstances.named(name);
    var before = delivered(raised(instance, NOBODY), iterations);
    int earlier = 0;
    for (var job : instance.jobs()) {
      var after = delivered(raised(instance, job.id()), iterations);
      double then = before.getOrDefault(job.id(), Double.NaN);
      double now = after.getOrDefault(job.id(), Double.NaN);
      assertThat(now).as("job %d of %s", job.id(), name).isLessThanOrEqualTo(then);
      earlier += now < then ? 1 : 0;
    }

    // One is the first already, and in the small stores one may have no lift of its own.
    assertThat(earlier).isGreaterThanOrEqualTo(instance.jobs().size() - 2);
  }

  private static SortedMap<Integer, Double> delivered(Instance instance, long iterations) {
    var stop = StopCondition.afterIterations(iterations);
    var planned = new WarmthPlanner().plan(instance, 1, stop);
    var verdict = PlanCheck.of(instance).judge(planned.plan());
    assertThat(verdict.violations()).isEmpty();
    return verdict.jobDeliveredSeconds();
  }

  private static Instance raised(Instance instance, int raised) {
    return instance.withJobs(
        instance.jobs().stream()
            .map(job -> submitted(job, instance.jobs().size(), job.id() == raised ? RAISED : 1))
            .toList());
  }

  private static InstanceJob submitted(InstanceJob job, int jobs, double priority) {
    double due = -SECONDS_BETWEEN_SUBMISSIONS * (jobs - job.id());
    return new InstanceJob(
        job.id(),
        priority,
        job.releaseSeconds(),
        OptionalDouble.of(due),
        job.deadlineSeconds(),
        job.port(),
        job.pickers(),
        job.requests());
  }
}
