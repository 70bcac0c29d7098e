package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.OpenRequest;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final TubeId A = new TubeId("A");

  private final Workload workload = new Workload();

  @Nested
  class WhoWaitsToHearThatNothingIsUnderWay {
    @Test
    void isWhoRests() {
      workload.add(job("served", Intent.SERVE, Why.SUBMITTED, open(false)));
      workload.add(job("paused", Intent.PAUSE, Why.PAUSED, open(false)));
      workload.add(job("cancelled", Intent.CANCEL, Why.CANCELLED, open(false)));
      assertThat(workload.awaitingStanding())
          .extracting(offer -> offer.job().value())
          .containsExactly("cancelled", "paused");
    }

    @Test
    void isAJobWithASkippedRequestThatNothingWasPickedFor() {
      workload.add(job("skipped", Intent.SERVE, Why.SKIPPED, open(true)));
      workload.add(job("carried", Intent.SERVE, Why.SKIPPED, carried(true)));
      assertThat(workload.awaitingStanding())
          .extracting(offer -> offer.job().value())
          .containsExactly("skipped");
    }
  }

  @Nested
  class AnUnload {
    private final UnloadTask unload = new UnloadTask("t1", SmallStore.P1, List.of(A));

    @Test
    void waitsWhileItsJobRests() {
      workload.add(job("cancelled", Intent.CANCEL, Why.CANCELLED, carried(false)));
      assertThat(workload.rests(unload, new TreeSet<>())).isTrue();
    }

    @Test
    void takesPlaceThoughItsJobRestsWhereTheTubeCannotGoBack() {
      workload.add(job("cancelled", Intent.CANCEL, Why.CANCELLED, carried(false)));
      assertThat(workload.rests(unload, new TreeSet<>(Set.of(A)))).isFalse();
    }
  }

  private static Offered job(String id, Intent intent, Why why, OpenRequest request) {
    var spec = SampleJobs.spec(SampleJobs.anyOf("A"));
    return new Offered(
        new JobId(id),
        spec,
        Instant.parse("2026-11-23T12:00:00Z"),
        true,
        spec.priority(),
        Route.NONE,
        CompanyWait.NEVER,
        false,
        intent,
        List.of(request),
        why);
  }

  private static OpenRequest open(boolean unwanted) {
    return new OpenRequest(0, List.of(A), Optional.empty(), unwanted);
  }

  private static OpenRequest carried(boolean unwanted) {
    return new OpenRequest(0, List.of(A), Optional.of(A), unwanted);
  }
}
