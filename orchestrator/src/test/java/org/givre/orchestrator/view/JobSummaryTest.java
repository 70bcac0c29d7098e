package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.orchestrator.job.Underway;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Test;

class JobSummaryTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final TubeId A = new TubeId("A");
  private static final RackId R1 = new RackId("R1");
  private static final RackId R2 = new RackId("R2");

  private final JobState job =
      JobState.of(
          new JobId("job-1"),
          SampleJobs.spec(SampleJobs.anyOf("A"), SampleJobs.anyOf("B"), SampleJobs.anyOf("C")),
          NOON);

  private static JobSummary after(JobState job, JobEvent... events) {
    var next = job;
    for (var event : events) {
      next = next.after(event, NOON);
    }
    return JobSummary.of(next);
  }

  private static Underway task(String id, Optional<RackId> rack, Integer... requests) {
    return new Underway(id, rack, LATER, LATER, new TreeSet<>(List.of(requests)));
  }

  @Test
  void showsWhatIsWarmForAsLongAsAnythingIsUnderWay() {
    var picked = new JobEvent.RequestPicked(0, A, new PickerId("picker-1"));
    var lift = new JobEvent.LiftJoined("t1", R1, List.of(1));
    var under =
        List.of(
            task("t1", Optional.of(R1), 1),
            task("t2", Optional.of(R2), 2),
            task("u1", Optional.empty(), 0));
    var pausing = new JobEvent.JobPausing(LATER, under);

    var summary = after(job, picked, lift, pausing);
    assertThat(summary.warm()).containsEntry(R1, NOON).containsEntry(R2, LATER).hasSize(2);
    assertThat(summary.warmTubes()).containsOnlyKeys(A);
    assertThat(summary.promisedAt()).contains(LATER);

    var paused = after(job, picked, new JobEvent.JobPaused());
    assertThat(paused.warm()).isEmpty();
    assertThat(paused.warmTubes()).isEmpty();
    assertThat(paused.carriers()).containsExactly(new PickerId("picker-1"));
    assertThat(paused.promisedAt()).isEmpty();
  }

  @Test
  void countsAsFailedWhatNobodySkipped() {
    var summary =
        after(
            job,
            new JobEvent.RequestSkipped(0, "found elsewhere"),
            new JobEvent.RequestFailed(1, A, RequestPhase.NOT_FOUND, "gone"));
    assertThat(summary.progress().done()).isEqualTo(2);
    assertThat(summary.progress().failed()).isEqualTo(1);
    assertThat(summary.progress().delivered()).isZero();
  }

  @Test
  void showsThePriorityThatItHasNow() {
    var summary = after(job, new JobEvent.JobReprioritized(9));
    assertThat(summary.order().priority()).isEqualTo(9);
    assertThat(summary.allowed()).contains("pause", "reprioritize");
  }
}
