package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.dispatch.DispatchEvent;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskSettled;
import org.givre.orchestrator.view.PlanVersion.Steps;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;

class PlanVersionTest {
  private static final JobId JOB = new JobId("01J00000000000000000000001");
  private static final JobId OTHER = new JobId("01J00000000000000000000002");

  private final JournalByHand journal = new JournalByHand();
  private final View view = new View(SmallStore.definition(), Runnable::run);
  private long version;

  @Test
  void beginWithOneInWhichEveryStepIsNew() {
    adopt("submitted", lift("a", JOB, 1), unload("u", 1));

    var first = last(JOB);
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.cause()).isEqualTo("submitted");
    assertThat(first.offset()).isEqualTo(1);
    assertThat(first.at()).isEqualTo(JournalByHand.START.plusSeconds(1));
    assertThat(first.difference().before()).isEmpty();
    assertThat(ids(first.difference().added())).containsExactly("a", "u");
    assertThat(first.predictedTubeSeconds()).isEqualTo(200);
    assertThat(first.difference().changeTubeSeconds()).isEqualTo(200);
  }

  @Test
  void tellWhatWasKeptDroppedAndAddedByWhatItDoes() {
    adopt("submitted", lift("a", JOB, 1), lift("b", JOB, 2, 3), unload("u", 1));
    adopt("fault", lift("c", JOB, 3, 2), lift("d", JOB, 4), unload("v", 1));

    var difference = last(JOB).difference();
    assertThat(difference.before()).hasValue(1);
    assertThat(ids(difference.kept())).containsExactly("c", "v");
    assertThat(ids(difference.dropped())).containsExactly("a");
    assertThat(ids(difference.added())).containsExactly("d");
  }

  @Test
  void tellALiftFromOneInAnotherModeOrRack() {
    adopt("submitted", lift("a", JOB, 1), inMode("b", LiftMode.HOLD, SmallStore.R2, 2));
    adopt("fault", inMode("c", LiftMode.PARK, SmallStore.R1, 1), lift("d", JOB, 2));

    var difference = last(JOB).difference();
    assertThat(difference.kept().count()).isZero();
    assertThat(ids(difference.dropped())).containsExactly("a", "b");
    assertThat(ids(difference.added())).containsExactly("c", "d");
  }

  @Test
  void countPutBacksForTheJobWhoseTubesTheyAre() {
    adopt("cancelled", place("a", 1, 2), place("b", 3));
    adopt("fault", place("c", 2, 1), place("d", 4));

    var difference = last(JOB).difference();
    assertThat(ids(difference.kept())).containsExactly("c");
    assertThat(ids(difference.dropped())).containsExactly("b");
    assertThat(ids(difference.added())).containsExactly("d");
  }

  @Test
  void callNothingDroppedThatHasBegun() {
    adopt("submitted", lift("a", JOB, 1), lift("b", JOB, 2));
    dispatched(new TaskIssued("a"));
    adopt("submitted", lift("c", JOB, 2));

    var latest = last(JOB);
    assertThat(latest.difference().dropped().count()).isZero();
    assertThat(ids(latest.difference().kept())).containsExactly("c");
    assertThat(latest.difference().changeTubeSeconds()).isZero();
    assertThat(latest.predictedTubeSeconds()).isEqualTo(100);
  }

  @Test
  void splitTheExposureOfASharedLiftByTubes() {
    var shared =
        new LiftTask(
            "a",
            new DewarId("D1"),
            SmallStore.R1,
            LiftMode.HOLD,
            List.of(pick(JOB, 1), pick(OTHER, 2), pick(OTHER, 3)));
    adopt("submitted", shared);

    assertThat(last(JOB).predictedTubeSeconds()).isCloseTo(100 / 3.0, within(1e-9));
    assertThat(last(OTHER).predictedTubeSeconds()).isCloseTo(200 / 3.0, within(1e-9));
  }

  @Test
  void sayThatAJobHasNoPlaceAnyMore() {
    adopt("submitted", lift("a", JOB, 1), lift("b", OTHER, 2));
    adopt("paused", lift("c", OTHER, 2));

    assertThat(versions(JOB)).extracting(PlanVersion::cause).containsExactly("submitted", "paused");
    assertThat(ids(last(JOB).difference().dropped())).containsExactly("a");
    assertThat(last(JOB).predictedTubeSeconds()).isZero();
    assertThat(last(JOB).difference().changeTubeSeconds()).isEqualTo(-100);
    assertThat(view.jobs().plan(JOB).orElseThrow().figures().version()).isEqualTo(1);
    assertThat(last(OTHER).difference().dropped().count()).isZero();
  }

  @Test
  void leaveOutPlansThatConcernOthers() {
    adopt("submitted", lift("a", JOB, 1));
    dispatched(new TaskIssued("a"));
    adopt("submitted", lift("b", OTHER, 2));
    adopt("fault", lift("c", JOB, 3), lift("d", OTHER, 2));

    assertThat(versions(JOB)).extracting(PlanVersion::version).containsExactly(1L, 3L);
    assertThat(last(JOB).difference().before()).hasValue(1);
  }

  @Test
  void knowWhoseTubesAnUnloadHasThatWasTakenBackAndPlannedAgain() {
    adopt("submitted", lift("a", JOB, 1), unload("u", 1));
    dispatched(new TaskIssued("u"));
    dispatched(new TaskSettled("u", false, false));
    adopt("rerouted", unload("v", 1));

    assertThat(ids(last(JOB).difference().added())).containsExactly("v");
  }

  @Test
  void keepTheStepsOfTheLatestAndTheNumbersOfAll() {
    for (int i = 0; i <= PlanBook.VERSIONS_WITH_STEPS; i++) {
      adopt("fault", lift("a" + i, JOB, 1 + i % 5));
    }

    var versions = versions(JOB);
    assertThat(versions).hasSize(PlanBook.VERSIONS_WITH_STEPS + 1);
    assertThat(versions.get(0).difference().added()).isEqualTo(new Steps(1, List.of()));
    assertThat(versions.subList(1, versions.size()))
        .allMatch(v -> ids(v.difference().added()).size() == 1);
  }

  private List<PlanVersion> versions(JobId job) {
    return view.jobs().plan(job).orElseThrow().versions();
  }

  private PlanVersion last(JobId job) {
    var versions = versions(job);
    return versions.get(versions.size() - 1);
  }

  private static List<String> ids(Steps steps) {
    assertThat(steps.count()).isEqualTo(steps.tasks().size());
    return steps.tasks().stream().map(task -> task.task().taskId()).toList();
  }

  private void dispatched(DispatchEvent event) {
    view.apply(journal.event("dispatch|main", event));
  }

  /** Tasks one minute apart, a hundred tube-seconds each. */
  private void adopt(String cause, PickerTask... tasks) {
    var planned = new ArrayList<PlannedTask>();
    var start = JournalByHand.START;
    for (var task : tasks) {
      planned.add(new PlannedTask(new PickerId("picker-1"), task, start, start, 100));
      start = start.plusSeconds(60);
    }
    version++;
    var jobs = Stream.of(tasks).flatMap(PlanVersionTest::jobsOf).distinct().toList();
    dispatched(new PlanAdopted(version, cause, "test", 7, 110, 100, 200, planned, jobs));
  }

  private static Stream<JobId> jobsOf(PickerTask task) {
    return task instanceof LiftTask lift
        ? lift.picks().stream().map(TubeToPick::job)
        : Stream.of(JOB);
  }

  private static PickerTask place(String id, int... tubes) {
    var places = new ArrayList<TubeToPlace>();
    for (int number : tubes) {
      var standing = SmallStore.standing(number, "S1", number, 1, "A" + number);
      places.add(new TubeToPlace(standing.tube(), 1, standing.well(), JOB, 0));
    }
    return new PlaceTask(id, new DewarId("D1"), SmallStore.R1, places);
  }

  private static PickerTask lift(String id, JobId job, int... tubes) {
    var picks = new ArrayList<TubeToPick>();
    for (int tube : tubes) {
      picks.add(pick(job, tube));
    }
    return new LiftTask(id, new DewarId("D1"), SmallStore.R1, LiftMode.HOLD, picks);
  }

  private static PickerTask inMode(String id, LiftMode mode, RackId rack, int tube) {
    return new LiftTask(id, new DewarId("D1"), rack, mode, List.of(pick(JOB, tube)));
  }

  private static TubeToPick pick(JobId job, int tube) {
    return new TubeToPick(tube(tube), 1, Well.parse("A" + tube), job, 0);
  }

  private static PickerTask unload(String id, int tube) {
    return new UnloadTask(id, SmallStore.PORT, List.of(tube(tube)));
  }

  private static TubeId tube(int number) {
    return new TubeId("T" + number);
  }
}
