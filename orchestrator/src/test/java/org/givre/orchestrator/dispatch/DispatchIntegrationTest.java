package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.orchestrator.dispatch.SmallInventory.barcode;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.SampleJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchIntegrationTest {
  @TempDir Path directory;

  @Test
  void deliversWhatWasAskedForAsWarmAsPlanned() {
    try (var engine = engine(100)) {
      engine.submit(
          "job-1",
          SampleJobs.spec(
              SampleJobs.anyOf(barcode(rack(D1, 1), 2, 3)),
              SampleJobs.anyOf(barcode(rack(D1, 1), 3, 7), barcode(rack(D2, 1), 1, 7)),
              SampleJobs.anyOf(barcode(rack(D2, 2), 1, 0))));
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.COMPLETED);
      var predicted = job.plan().orElseThrow().predictedTubeSeconds();
      assertThat(job.actualTubeSeconds()).isCloseTo(predicted, within(0.02 * predicted));
    }
  }

  @Test
  void liftsARackOnceThatSeveralJobsNeed() {
    try (var engine = engine(1000)) {
      for (int i = 0; i < 4; i++) {
        engine.submit(
            "job-" + i,
            SampleJobs.held(
                SampleJobs.anyOf(barcode(rack(D1, 1), 2, i)),
                SampleJobs.anyOf(barcode(rack(D1, 2), 1, i))));
      }
      for (int i = 0; i < 4; i++) {
        engine.release("job-" + i);
      }
      for (int i = 0; i < 4; i++) {
        assertThat(engine.awaitEnd("job-" + i).phase()).isEqualTo(JobPhase.COMPLETED);
      }
      assertThat(engine.lifts(rack(D1, 1))).isEqualTo(1);
      assertThat(engine.lifts(rack(D1, 2))).isEqualTo(1);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void goesOnAfterAStopInTheMiddle() {
    try (var engine = engine(300)) {
      var requests =
          IntStream.range(0, 30)
              .mapToObj(
                  i ->
                      SampleJobs.anyOf(
                          barcode(rack(i % 2 == 0 ? D1 : D2, 1 + i % 3), 1 + i % 3, i)))
              .toArray(JobSpec.TubeRequest[]::new);
      engine.submit("job-1", SampleJobs.spec(requests));
      engine.await("job-1", job -> job.phase() == JobPhase.RUNNING);
      engine.restart();
      engine.await("job-1", job -> job.actualTubeSeconds() > 0);
      engine.restart();
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(job.requests()).allMatch(r -> r.phase() == RequestPhase.DELIVERED);
      assertThat(engine.truth()).allMatch(tube -> tube.picks() <= 1);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void sendsTheLaterOfTwoJobsAwayWhenTheirTubeIsGone() {
    try (var engine = engine(1000)) {
      var wanted = SampleJobs.spec(SampleJobs.anyOf(barcode(rack(D1, 1), 1, 1)));
      engine.submit("job-1", wanted);
      engine.submit("job-2", wanted);
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      var later = engine.awaitEnd("job-2");
      assertThat(later.phase()).isEqualTo(JobPhase.FAILED);
      assertThat(later.requests().get(0).phase()).isEqualTo(RequestPhase.NOT_FOUND);
      assertThat(later.requests().get(0).reason()).isEqualTo("it has left the store");
    }
  }

  private EngineBench engine(double speed) {
    var store = SmallStore.definition();
    var engine = new EngineBench(store, directory, speed, 11);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
