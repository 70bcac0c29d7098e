package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskSettled;
import org.givre.orchestrator.job.Asked;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobEvent.CompanyAwaited;
import org.givre.orchestrator.job.JobEvent.ExposureShared;
import org.givre.orchestrator.job.JobEvent.JobEnded;
import org.givre.orchestrator.job.JobEvent.JobPlanned;
import org.givre.orchestrator.job.JobEvent.JobReleased;
import org.givre.orchestrator.job.JobEvent.JobSubmitted;
import org.givre.orchestrator.job.JobEvent.LiftJoined;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobSpec.TubeRequest;
import org.givre.orchestrator.view.JobPlan.StepState;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JobViewTest {
  private static final JobFilter ALL =
      new JobFilter(new TreeSet<>(), Optional.empty(), new TreeMap<>(), Optional.empty());

  private final JournalByHand journal = new JournalByHand();
  private final View view = new View(SmallStore.definition(), Runnable::run);

  private static JobId job(int number) {
    return new JobId("01J0000000000000000000000" + number);
  }

  private void submitted(int number, String externalRef, boolean hold) {
    var request = new TubeRequest(new Asked.NamedTube(tube(number)), List.of(tube(number)));
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("study", number % 2 == 0 ? "even" : "odd");
    var spec =
        new JobSpec(
            "retrieve",
            Optional.of(externalRef),
            Optional.empty(),
            labels,
            5,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            hold,
            Optional.empty(),
            List.of(request),
            Optional.empty(),
            Optional.empty());
    view.apply(journal.event("job|" + job(number), new JobSubmitted(spec)));
  }

  private static TubeId tube(int number) {
    return new TubeId("T" + number);
  }

  private List<JobId> ids(JobFilter filter, boolean newestFirst) {
    return view.jobs().jobs(filter, newestFirst, Optional.empty(), 50).stream()
        .map(JobSummary::id)
        .toList();
  }

  @Nested
  class Lists {
    @Test
    void goFromTheNewestToTheOldestOrTheOtherWay() {
      submitted(1, "a", false);
      submitted(2, "b", false);

      assertThat(ids(ALL, true)).containsExactly(job(2), job(1));
      assertThat(ids(ALL, false)).containsExactly(job(1), job(2));
    }

    @Test
    void goOnWhereThePageBeforeEnded() {
      for (int number = 1; number <= 5; number++) {
        submitted(number, "r", false);
      }

      var page = view.jobs().jobs(ALL, true, Optional.of(job(4)), 2);
      assertThat(page).extracting(JobSummary::id).containsExactly(job(3), job(2));
    }

    @Test
    void showWhatTheFilterAccepts() {
      submitted(1, "a", true);
      submitted(2, "b", false);
      SortedMap<String, String> even = new TreeMap<>();
      even.put("study", "even");
      var held = new TreeSet<>(List.of(JobPhase.ACCEPTED));
      var later = Optional.of(JournalByHand.START.plusSeconds(1));

      assertThat(
              ids(new JobFilter(held, Optional.empty(), new TreeMap<>(), Optional.empty()), true))
          .containsExactly(job(1));
      assertThat(
              ids(
                  new JobFilter(
                      new TreeSet<>(), Optional.of("b"), new TreeMap<>(), Optional.empty()),
                  true))
          .containsExactly(job(2));
      assertThat(
              ids(new JobFilter(new TreeSet<>(), Optional.empty(), even, Optional.empty()), true))
          .containsExactly(job(2));
      assertThat(
              ids(new JobFilter(new TreeSet<>(), Optional.empty(), new TreeMap<>(), later), true))
          .containsExactly(job(2));
    }
  }

  @Test
  void followsAJobThroughItsPhases() {
    submitted(1, "a", true);
    assertThat(view.jobs().job(job(1)).orElseThrow().phase()).isEqualTo(JobPhase.ACCEPTED);

    view.apply(journal.event("job|" + job(1), new JobReleased()));
    assertThat(view.jobs().job(job(1)).orElseThrow().phase()).isEqualTo(JobPhase.QUEUED);

    view.apply(journal.event("job|" + job(1), new LiftJoined("task-1", SmallStore.R1, List.of(0))));
    var running = view.jobs().job(job(1)).orElseThrow();
    assertThat(running.phase()).isEqualTo(JobPhase.RUNNING);
    assertThat(running.warm()).containsOnlyKeys(SmallStore.R1);

    view.apply(journal.event("job|" + job(1), new JobEnded(JobPhase.FAILED, "gone")));
    var ended = view.jobs().job(job(1)).orElseThrow();
    assertThat(ended.phase()).isEqualTo(JobPhase.FAILED);
    assertThat(ended.reason()).isEqualTo("gone");
    assertThat(ended.revision()).isEqualTo(4);
  }

  @Test
  void addsUpWhatWaitingForCompanyHasSaved() {
    submitted(1, "a", false);
    submitted(2, "b", false);
    waits(1, 1_000);
    waits(2, 500);
    assertThat(view.jobs().saving()).isEqualTo(new CompanySaving(2, 0, 0));
    view.apply(journal.event("job|" + job(1), new CompanyAwaited(CompanyWait.NEVER)));
    view.apply(journal.event("job|" + job(1), new ExposureShared("task-1", 640)));
    view.apply(journal.event("job|" + job(1), new JobEnded(JobPhase.COMPLETED, "")));
    assertThat(view.jobs().saving()).isEqualTo(new CompanySaving(1, 1, 360));
    assertThat(view.jobs().job(job(1)).orElseThrow().savedTubeSeconds()).hasValue(360);
    view.apply(journal.event("job|" + job(2), new JobEnded(JobPhase.FAILED, "gone")));
    assertThat(view.jobs().saving()).isEqualTo(new CompanySaving(0, 1, 360));
    assertThat(view.jobs().job(job(2)).orElseThrow().savedTubeSeconds()).isEmpty();
  }

  private void waits(int number, double atOnce) {
    var wait =
        new CompanyWait(
            new TreeSet<>(List.of(0)),
            Optional.of(JournalByHand.START.plusSeconds(3_600)),
            OptionalDouble.of(atOnce),
            OptionalDouble.of(atOnce));
    view.apply(journal.event("job|" + job(number), new CompanyAwaited(wait)));
  }

  @Test
  void refusesEventsOfAJobThatNeverBegan() {
    assertThatThrownBy(() -> view.apply(journal.event("job|" + job(1), new JobReleased())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(job(1).value());
  }

  @Test
  void knowsWhichEventsConcernAJob() {
    submitted(1, "a", false);
    submitted(2, "b", false);
    view.apply(journal.event("dispatch|main", plan(1, lift("task-1", 1))));
    view.apply(journal.event("dispatch|main", new TaskIssued("task-1")));
    view.apply(journal.event("picker|picker-1", new TaskTaken(lift("task-1", 1))));

    assertThat(view.jobs().eventOffsets(job(1), 0, 10)).containsExactly(1, 3, 5);
    assertThat(view.jobs().eventOffsets(job(1), 1, 1)).containsExactly(3);
    assertThat(view.jobs().eventOffsets(job(2), 0, 10)).containsExactly(2, 3);
  }

  @Test
  void wakesWhoWaitsForAnEvent() {
    var woken = new AtomicBoolean();
    var waiting = view.awaitApplied(2).thenRun(() -> woken.set(true)).toCompletableFuture();
    submitted(1, "a", false);
    assertThat(woken).isFalse();

    submitted(2, "b", false);

    assertThat(waiting).isCompleted();
    assertThat(view.awaitApplied(1).toCompletableFuture()).isCompleted();
  }

  @Test
  void wakesWhoWaitsForAnImport() {
    var waiting = view.awaitImported("import-1", 2).toCompletableFuture();
    view.apply(journal.imported(SmallStore.R1, SmallStore.standing(1, "S1", 1, 1, "A1")));
    assertThat(waiting).isNotDone();

    view.apply(journal.imported(SmallStore.R2, SmallStore.standing(2, "S1", 2, 1, "A1")));

    assertThat(waiting).isCompleted();
  }

  private static LiftTask lift(String taskId, int... jobs) {
    var picks = new ArrayList<TubeToPick>();
    for (int number : jobs) {
      picks.add(new TubeToPick(tube(number), number, Well.parse("A1"), job(number), 0));
    }
    return new LiftTask(taskId, new DewarId("D1"), SmallStore.R1, LiftMode.HOLD, picks);
  }

  private static PlanAdopted plan(long version, org.givre.devices.picker.PickerTask... tasks) {
    var planned = new ArrayList<PlannedTask>();
    for (int i = 0; i < tasks.length; i++) {
      Instant start = JournalByHand.START.plusSeconds(60L * i);
      planned.add(new PlannedTask(SmallStore.PICKER, tasks[i], start, start.plusSeconds(30), 100));
    }
    return new PlanAdopted(
        version, "submitted", "test", 7, 110, 100, 200, planned, List.of(job(1), job(2)));
  }

  @Nested
  class Plans {
    @Test
    void areUnknownBeforeThereIsOne() {
      submitted(1, "a", false);

      assertThat(view.jobs().plan(job(1))).isEmpty();
    }

    @Test
    void showTheStepsOfOneJobInTheOrderOfTheirStart() {
      view.apply(
          journal.event(
              "dispatch|main",
              plan(
                  1,
                  lift("both", 1, 2),
                  lift("other", 2),
                  new UnloadTask("unload", SmallStore.PORT, List.of(tube(2), tube(1))))));

      var plan = view.jobs().plan(job(1)).orElseThrow();
      assertThat(plan.figures().exposureTubeSeconds()).isEqualTo(110);
      assertThat(plan.steps())
          .extracting(step -> step.task().task().taskId())
          .containsExactly("both", "unload");
    }

    @Test
    void keepWhatHasBegunAndForgetTheRestWhenANewPlanIsAdopted() {
      view.apply(journal.event("dispatch|main", plan(1, lift("a", 1), lift("b", 1), lift("c", 1))));
      view.apply(journal.event("dispatch|main", new TaskIssued("a")));
      view.apply(journal.event("dispatch|main", new TaskIssued("b")));
      view.apply(journal.event("dispatch|main", new TaskSettled("a", true, false)));
      view.apply(journal.event("dispatch|main", plan(2, lift("d", 1))));

      var plan = view.jobs().plan(job(1)).orElseThrow();
      assertThat(plan.figures().version()).isEqualTo(2);
      assertThat(plan.steps())
          .extracting(step -> step.task().task().taskId())
          .containsExactlyInAnyOrder("a", "b", "d");
      assertThat(plan.steps())
          .filteredOn(step -> step.state() == StepState.DONE)
          .extracting(step -> step.task().task().taskId())
          .containsExactly("a");
    }
  }

  @Test
  void showsABoundThatWasFoundLater() {
    submitted(1, "a", false);
    submitted(2, "b", false);
    view.apply(journal.event("dispatch|main", plan(1, lift("a", 1))));
    view.apply(journal.event("dispatch|main", new PlanBounded(1, 107)));
    view.apply(journal.event("dispatch|main", new PlanBounded(2, 109)));
    shared(1, OptionalDouble.of(100));
    shared(2, OptionalDouble.empty());

    var jobs = view.jobs();
    assertThat(jobs.plan(job(1)).orElseThrow().figures().lowerBoundTubeSeconds()).isEqualTo(107);
    assertThat(bound(jobs.job(job(1)).orElseThrow())).hasValue(107);
    assertThat(bound(jobs.job(job(2)).orElseThrow())).isEmpty();
  }

  private static OptionalDouble bound(JobSummary job) {
    return job.plan().orElseThrow().lowerBoundTubeSeconds();
  }

  private void shared(int number, OptionalDouble bound) {
    var start = JournalByHand.START;
    var planned = new JobPlanned(1, 110, bound, start, start, new TreeMap<>());
    view.apply(journal.event("job|" + job(number), planned));
  }

  @Test
  void remembersThePlansShareOfAJob() {
    submitted(1, "a", false);
    view.apply(
        journal.event(
            "job|" + job(1),
            new JobPlanned(
                1,
                50,
                OptionalDouble.of(40),
                JournalByHand.START,
                JournalByHand.START,
                new TreeMap<>())));

    var plan = view.jobs().job(job(1)).orElseThrow().plan().orElseThrow();
    assertThat(plan.predictedTubeSeconds()).isEqualTo(50);
    assertThat(view.jobs().job(job(1)).orElseThrow().phase()).isEqualTo(JobPhase.PLANNED);
  }
}
