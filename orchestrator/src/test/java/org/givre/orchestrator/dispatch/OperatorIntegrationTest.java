package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.SmallInventory.barcode;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.OTHER_PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.devices.action.Refusals;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.sim.TubePlace;
import org.givre.devices.sim.TubeTruth;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.RequestState;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do, in a whole engine with simulated robots. */
class OperatorIntegrationTest {
  @TempDir Path directory;

  @Test
  void pausesColdAndGoesOn() {
    try (var engine = engine(100)) {
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      var answer = engine.act("job-1", "pause");
      assertThat(answer.refusal()).isEmpty();
      var paused = engine.await("job-1", job -> job.phase() == JobPhase.PAUSED);
      assertThat(paused.openTasks()).isEmpty();
      assertThat(paused.requests()).noneMatch(r -> r.phase() == RequestPhase.PICKING);
      engine.awaitSite(site -> site.atRest());
      assertThat(engine.act("job-1", "pause").refusal()).isEmpty();
      engine.act("job-1", "resume");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(engine.truth()).allMatch(tube -> tube.picks() <= 1);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void bringsEverythingBackWhenAJobIsCancelled() {
    try (var engine = engine(300)) {
      var before = engine.truth();
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.act("job-1", "cancel");
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.CANCELLED);
      assertThat(job.requests())
          .extracting(RequestState::phase)
          .isSubsetOf(RequestPhase.RETURNED, RequestPhase.CANCELLED, RequestPhase.DELIVERED)
          .contains(RequestPhase.RETURNED);
      assertThat(standing(engine.truth())).containsAll(notDelivered(before, job));
      engine.assertThatBeliefIsTrue();
      engine.submit("job-2", wide());
      assertThat(engine.awaitEnd("job-2").phase())
          .isIn(JobPhase.COMPLETED, JobPhase.COMPLETED_WITH_EXCEPTIONS);
    }
  }

  @Test
  void bringsEverythingBackThoughTheEngineStopsInBetween() {
    try (var engine = engine(300)) {
      var before = engine.truth();
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.act("job-1", "cancel");
      engine.restart();
      engine.restart();
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.CANCELLED);
      assertThat(standing(engine.truth())).containsAll(notDelivered(before, job));
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void putsTubesOfAPausedJobBackBeforeTheirCarrierGetsWarm() {
    try (var engine = engine(100, Duration.ofMinutes(2))) {
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.act("job-1", "pause");
      var cold =
          engine.await(
              "job-1",
              job ->
                  job.phase() == JobPhase.PAUSED
                      && job.requests().stream().noneMatch(this::carried));
      assertThat(cold.requests())
          .extracting(RequestState::phase)
          .doesNotContain(RequestPhase.RETURNED, RequestPhase.CANCELLED);
      engine.assertThatBeliefIsTrue();
      engine.act("job-1", "resume");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void servesAgainWhatWasBeingPutBackWhenItsJobWasResumed() {
    try (var engine = engine(100, Duration.ofSeconds(60))) {
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.act("job-1", "pause");
      engine.await("job-1", OperatorIntegrationTest::isBeingPutBack);
      engine.act("job-1", "resume");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void holdsTheWholeSiteAcrossARestart() {
    try (var engine = engine(300)) {
      engine.submit("job-1", wide());
      engine.submit("job-2", other());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.actSite("holdAll");
      engine.awaitSite(site -> site.held() && site.atRest());
      engine.restart();
      engine.awaitSite(site -> site.held() && site.atRest());
      engine.await(
          "job-1", job -> job.blockers().stream().anyMatch(b -> b.code().equals("site-held")));
      engine.actSite("release");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(engine.awaitEnd("job-2").phase()).isEqualTo(JobPhase.COMPLETED);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void movesUndoneWorkToAnotherPicker() {
    try (var engine = engine(300)) {
      engine.submit(
          "job-1", SampleJobs.held(wide().requests().toArray(JobSpec.TubeRequest[]::new)));
      engine.act("job-1", "reroute", "picker", OTHER_PICKER.value());
      engine.release("job-1");
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.awaitPicker(PICKER, picker -> picker.carrier().isEmpty() && picker.task().isEmpty());
      engine.act("job-1", "reroute", "avoid", OTHER_PICKER.value());
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.COMPLETED);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void drainsAPickerAndReturnsIt() {
    try (var engine = engine(300)) {
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.act(PICKER, "drain");
      engine.awaitPicker(PICKER, picker -> picker.state() == PickerCommand.State.OUT_OF_SERVICE);
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      engine.act(PICKER, "returnToService");
      engine.awaitPicker(PICKER, picker -> picker.state() == PickerCommand.State.AVAILABLE);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void waitsForAPausedPicker() {
    try (var engine = engine(300)) {
      engine.submit("job-1", wide());
      engine.await("job-1", OperatorIntegrationTest::isCarried);
      engine.act(PICKER, "pause");
      engine.act(OTHER_PICKER, "pause");
      engine.awaitPicker(PICKER, picker -> picker.state() == PickerCommand.State.PAUSED);
      engine.awaitPicker(OTHER_PICKER, picker -> picker.state() == PickerCommand.State.PAUSED);
      engine.await("job-1", job -> !job.blockers().isEmpty());
      engine.act(PICKER, "resume");
      engine.act(OTHER_PICKER, "resume");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
    }
  }

  @Test
  void putsASkippedTubeBackAndTakesItAgainWhenItIsWantedAgain() {
    try (var engine = engine(100)) {
      engine.submit("job-1", wide());
      var job = engine.await("job-1", OperatorIntegrationTest::isCarried);
      var carried = job.requests().stream().filter(this::carried).findFirst().orElseThrow();
      var item = Integer.toString(carried.index());
      assertThat(engine.act("job-1", "skipItem", "item", item).refusal()).isEmpty();
      engine.await(
          "job-1",
          now ->
              now.phase().terminal()
                  || now.requests().get(carried.index()).phase() == RequestPhase.RETURNED);
      var end = engine.awaitEnd("job-1");
      assertThat(end.phase()).isEqualTo(JobPhase.COMPLETED_WITH_EXCEPTIONS);
      assertThat(end.requests().get(carried.index()).phase()).isEqualTo(RequestPhase.RETURNED);
      assertThat(engine.act("job-1", "retryItem", "item", item).refusal())
          .contains(Refusals.ACTION_NOT_ALLOWED);
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void servesWhoIsMoreUrgentFirst() {
    try (var engine = engine(300)) {
      engine.act(OTHER_PICKER, "drain");
      engine.submit(
          "job-1", SampleJobs.held(wide().requests().toArray(JobSpec.TubeRequest[]::new)));
      engine.submit(
          "job-2", SampleJobs.held(other().requests().toArray(JobSpec.TubeRequest[]::new)));
      engine.act("job-2", "reprioritize", "priority", "9");
      engine.act("job-1", "reprioritize", "priority", "1");
      engine.release("job-1");
      engine.release("job-2");
      var second = engine.awaitEnd("job-2");
      assertThat(second.phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(engine.describe("job-1").orElseThrow().phase().terminal()).isFalse();
      engine.awaitEnd("job-1");
    }
  }

  /** Many tubes in many racks of both dewars. */
  private static JobSpec wide() {
    return SampleJobs.spec(
        IntStream.range(0, 24)
            .mapToObj(
                i -> SampleJobs.anyOf(barcode(rack(i % 2 == 0 ? D1 : D2, 1 + i % 3), 1 + i % 3, i)))
            .toArray(JobSpec.TubeRequest[]::new));
  }

  /** A few others in the same racks. */
  private static JobSpec other() {
    return SampleJobs.spec(
        IntStream.range(0, 4)
            .mapToObj(i -> SampleJobs.anyOf(barcode(rack(D1, 1 + i % 3), 3, 20 + i)))
            .toArray(JobSpec.TubeRequest[]::new));
  }

  private static boolean isCarried(JobState job) {
    return job.requests().stream().anyMatch(r -> r.phase() == RequestPhase.IN_TRANSIT);
  }

  /** Paused, but for what a carrier cannot hold for long. */
  private static boolean isBeingPutBack(JobState job) {
    return job.phase() == JobPhase.PAUSING
        && job.requests().stream().noneMatch(r -> r.phase() == RequestPhase.PICKING)
        && job.requests().stream().anyMatch(r -> r.phase() == RequestPhase.IN_TRANSIT)
        && job.underway().stream().anyMatch(task -> task.rack().isPresent());
  }

  private boolean carried(RequestState request) {
    return request.phase() == RequestPhase.IN_TRANSIT;
  }

  private static List<TubeAt> standing(List<TubeTruth> truth) {
    return truth.stream()
        .filter(tube -> tube.place() instanceof TubePlace.InRack)
        .map(tube -> new TubeAt(tube.tube().id(), tube.place()))
        .toList();
  }

  private static List<TubeAt> notDelivered(List<TubeTruth> before, JobState job) {
    var delivered =
        job.requests().stream()
            .filter(r -> r.phase() == RequestPhase.DELIVERED)
            .map(r -> r.tube().orElseThrow())
            .toList();
    return standing(before).stream().filter(tube -> !delivered.contains(tube.tube())).toList();
  }

  private record TubeAt(TubeId tube, TubePlace place) {}

  private EngineBench engine(double speed) {
    return engine(speed, Duration.ofMinutes(30));
  }

  private EngineBench engine(double speed, Duration carrierHold) {
    var store = SmallStore.definition();
    var settings = DispatchSettings.usual(7).withCarrierHold(carrierHold);
    var engine = new EngineBench(store, directory, speed, 11, settings);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
