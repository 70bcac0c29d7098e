package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.dispatch.planning.PlanClock;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.company.CompanyTerms;
import org.givre.plans.company.Patience;
import org.givre.plans.store.JobId;
import org.junit.jupiter.api.Test;

class CompanySettingsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final CompanySettings ON = CompanySettings.OFF.on(Duration.ofHours(2));

  private final JobSpec due = SampleJobs.due(NOON.plusSeconds(9_000), SampleJobs.anyOf("A"));

  @Test
  void aJobThatIsDueLaterMayWaitFromItsSubmission() {
    assertThat(patience(ON, due, 5, false)).contains(new Patience(-60, 9_000));
  }

  @Test
  void nobodyWaitsWhileItIsSwitchedOff() {
    assertThat(patience(CompanySettings.OFF, due, 5, false)).isEmpty();
  }

  @Test
  void whoIsUrgentOrHasNoDueTimeOrWasLetGoGoesAtOnce() {
    assertThat(patience(ON, SampleJobs.spec(SampleJobs.anyOf("A")), 5, false)).isEmpty();
    assertThat(patience(ON, due, 7, false)).isPresent();
    assertThat(patience(ON, due, 8, false)).isEmpty();
    assertThat(patience(ON, due, 5, true)).isEmpty();
  }

  @Test
  void aDeadlineBeforeTheDueTimeIsWhatCounts() {
    assertThat(patience(ON, with(Optional.empty(), Optional.of(7_000L)), 5, false))
        .contains(new Patience(-60, 7_000));
    assertThat(patience(ON, with(Optional.empty(), Optional.of(9_500L)), 5, false))
        .contains(new Patience(-60, 9_000));
  }

  @Test
  void whatMayNotBeginBeforeWaitsFromThen() {
    assertThat(patience(ON, with(Optional.of(600L), Optional.empty()), 5, false))
        .contains(new Patience(600, 9_000));
  }

  @Test
  void termsAreInSeconds() {
    assertThat(ON.terms()).isEqualTo(new CompanyTerms(7_200, 0.7, 300));
  }

  private JobSpec with(Optional<Long> notBefore, Optional<Long> deadline) {
    return new JobSpec(
        due.type(),
        due.externalRef(),
        due.requester(),
        due.labels(),
        due.priority(),
        notBefore.map(NOON::plusSeconds),
        due.dueAt(),
        deadline.map(NOON::plusSeconds),
        due.hold(),
        due.port(),
        due.requests(),
        due.idempotency(),
        due.retryOf());
  }

  private static Optional<Patience> patience(
      CompanySettings settings, JobSpec spec, int priority, boolean goesAlone) {
    var job =
        new Offered(
            new JobId("job-1"),
            spec,
            NOON.minusSeconds(60),
            false,
            priority,
            Route.NONE,
            CompanyWait.NEVER,
            goesAlone,
            Intent.SERVE,
            List.of(),
            Why.SUBMITTED);
    return settings.patience(job, new PlanClock(NOON));
  }
}
