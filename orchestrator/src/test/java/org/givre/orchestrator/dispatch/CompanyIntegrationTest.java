package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.orchestrator.dispatch.SmallInventory.barcode;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.givre.orchestrator.dispatch.planning.SmallStore;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobEvent;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.SampleJobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that waits for company, in a whole engine with simulated robots. */
class CompanyIntegrationTest {
  /** Longer, in engine time, than any test takes on the wall. */
  private static final Duration LONG = Duration.ofDays(2);

  private static final Duration SHORT = Duration.ofMinutes(30);

  @TempDir Path directory;

  @Test
  void waitsUntilSomebodyNeedsTheSameRack() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(1, 0), tube(1, 1)));
      var waiting = engine.await("job-1", JobState::waits);
      assertThat(waiting.phase()).isEqualTo(JobPhase.QUEUED);
      assertThat(waiting.blockers()).extracting(Blocker::code).containsExactly("waits-for-company");
      assertThat(waiting.company().requests()).containsExactly(0, 1);
      engine.submit("job-2", SampleJobs.spec(SampleJobs.anyOf(tube(1, 2))));
      assertThat(engine.awaitEnd("job-2").phase()).isEqualTo(JobPhase.COMPLETED);
      var job = engine.awaitEnd("job-1");
      assertThat(job.phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(engine.lifts(rack(D1, 1))).isEqualTo(1);
      assertThat(job.actualTubeSeconds())
          .isLessThan(job.company().atOnceTubeSeconds().orElseThrow());
      engine.assertThatBeliefIsTrue();
    }
  }

  @Test
  void servesWhatHasCompanyAndKeepsTheRestWaiting() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(1, 0), tube(3, 0)));
      engine.await("job-1", JobState::waits);
      engine.submit("job-2", SampleJobs.spec(SampleJobs.anyOf(tube(1, 2))));
      var served =
          engine.await(
              "job-1",
              job -> job.requests().get(0).phase() == RequestPhase.DELIVERED && job.waits());
      assertThat(served.phase()).isEqualTo(JobPhase.RUNNING);
      assertThat(served.company().requests()).containsExactly(1);
      assertThat(engine.lifts(rack(D1, 3))).isZero();
    }
  }

  @Test
  void goesByItsLimitThoughNobodyComes() {
    try (var engine = engine(SHORT)) {
      var job = engine.submit("job-1", patient(engine, tube(1, 0)));
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(events(engine)).contains("CompanyAwaited");
      assertThat(liftedAt(engine)).isAfter(job.submittedAt().plus(SHORT).minusSeconds(10));
    }
  }

  @Test
  void goesInTimeForWhatItIsDue() {
    try (var engine = engine(LONG)) {
      var due = engine.time().now().plus(SHORT);
      engine.submit("job-1", SampleJobs.due(due, SampleJobs.anyOf(tube(1, 0))));
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(awaited(engine).until().orElseThrow())
          .isBefore(due.minus(CompanySettings.OFF.margin()));
    }
  }

  @Test
  void goesAtOnceWithoutADueTimeOrWithAHighPriority() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", SampleJobs.spec(SampleJobs.anyOf(tube(1, 0))));
      assertThat(engine.awaitEnd("job-1").company().atOnceTubeSeconds()).isEmpty();
      engine.submit("job-2", patient(engine, tube(2, 0)));
      engine.await("job-2", JobState::waits);
      engine.act("job-2", "reprioritize", "priority", "9");
      assertThat(engine.awaitEnd("job-2").phase()).isEqualTo(JobPhase.COMPLETED);
    }
  }

  @Test
  void goesWhenAnOperatorLetsItGo() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(1, 0)));
      assertThat(engine.await("job-1", JobState::waits).allowed()).contains("release");
      assertThat(engine.act("job-1", "release").refusal()).isEmpty();
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(events(engine)).contains("JobActed", "CompanyDeclined");
    }
  }

  @Test
  void waitsOnAfterARestart() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(1, 0)));
      var before = engine.await("job-1", JobState::waits).company();
      engine.restart();
      var after = engine.await("job-1", JobState::waits).company();
      assertThat(after.requests()).isEqualTo(before.requests());
      assertThat(after.atOnceTubeSeconds()).isEqualTo(before.atOnceTubeSeconds());
      assertThat(after.until().orElseThrow())
          .isCloseTo(before.until().orElseThrow(), within(1, ChronoUnit.SECONDS));
      engine.act("job-1", "release");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
    }
  }

  @Test
  void doesNotWaitWhileItRests() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(1, 0)));
      engine.await("job-1", JobState::waits);
      engine.act("job-1", "pause");
      var paused = engine.await("job-1", job -> job.phase() == JobPhase.PAUSED);
      assertThat(paused.waits()).isFalse();
      engine.act("job-1", "resume");
      engine.await("job-1", JobState::waits);
      engine.actSite("holdAll");
      var held = engine.await("job-1", job -> !job.waits());
      assertThat(held.phase()).isEqualTo(JobPhase.QUEUED);
      engine.actSite("release");
      engine.await("job-1", JobState::waits);
      engine.act("job-1", "cancel");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.CANCELLED);
    }
  }

  @Test
  void doesNotKeepATubeFromSomebodyWhoHasNoOther() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(1, 0)));
      engine.await("job-1", JobState::waits);
      engine.submit("job-2", SampleJobs.spec(SampleJobs.anyOf(tube(1, 0))));
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
      assertThat(engine.awaitEnd("job-2").phase()).isEqualTo(JobPhase.FAILED);
    }
  }

  @Test
  void leavesWhoWaitsItsOnlyTube() {
    try (var engine = engine(LONG)) {
      engine.submit("job-1", patient(engine, tube(3, 0)));
      engine.await("job-1", JobState::waits);
      var other = barcode(rack(D2, 3), 3, 0);
      engine.submit("job-2", SampleJobs.spec(SampleJobs.anyOf(tube(3, 0), other)));
      assertThat(engine.awaitEnd("job-2").phase()).isEqualTo(JobPhase.COMPLETED);
      engine.act("job-1", "release");
      assertThat(engine.awaitEnd("job-1").phase()).isEqualTo(JobPhase.COMPLETED);
    }
  }

  @Test
  void aPreviewShowsWhatGoingNowWouldCost() {
    try (var engine = engine(LONG)) {
      var preview = engine.preview(List.of(patient(engine, tube(1, 0))));
      assertThat(preview.plan().orElseThrow().tasks()).isNotEmpty();
    }
  }

  private static String tube(int rack, int number) {
    return barcode(rack(D1, rack), 2, number);
  }

  private static JobSpec patient(EngineBench engine, String... tubes) {
    var requests = List.of(tubes).stream().map(SampleJobs::anyOf);
    var due = engine.time().now().plus(LONG.multipliedBy(2));
    return SampleJobs.due(due, requests.toArray(JobSpec.TubeRequest[]::new));
  }

  private static List<String> events(EngineBench engine) {
    return engine.journal().stream()
        .map(entry -> entry.recorded().event())
        .filter(JobEvent.class::isInstance)
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  /** The first word of a wait. */
  private static CompanyWait awaited(EngineBench engine) {
    return engine.journal().stream()
        .map(entry -> entry.recorded().event())
        .filter(JobEvent.CompanyAwaited.class::isInstance)
        .map(event -> ((JobEvent.CompanyAwaited) event).company())
        .findFirst()
        .orElseThrow();
  }

  /** When the first lift was begun, in engine time. */
  private static Instant liftedAt(EngineBench engine) {
    return engine.journal().stream()
        .filter(entry -> entry.recorded().event() instanceof JobEvent.LiftJoined)
        .map(entry -> entry.recorded().engineTime())
        .findFirst()
        .orElseThrow();
  }

  private EngineBench engine(Duration longestWait) {
    var store = SmallStore.definition();
    var company = CompanySettings.OFF.on(longestWait);
    var settings = DispatchSettings.usual(7).withCompany(company);
    var engine = new EngineBench(store, directory, 500, 11, settings);
    engine.start();
    engine.load(SmallInventory.of(store));
    return engine;
  }
}
