package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.time.Instant;
import java.util.List;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Position;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final JobId FIRST = new JobId("job-1");
  private static final JobId SECOND = new JobId("job-2");
  private static final TubeId A = new TubeId("A");
  private static final TubeId B = new TubeId("B");

  private final LiftTask lift =
      new LiftTask(
          "lift", D1, rack(D1, 1), LiftMode.HOLD, List.of(pick(A, FIRST), pick(B, SECOND)));
  private final PlaceTask putBack =
      new PlaceTask("back", D1, rack(D1, 1), List.of(place(A, FIRST), place(B, SECOND)));

  @Test
  void splitsALiftByWhatItPicked() {
    var ended =
        ended("lift", 30, List.of(new ServedRequest(FIRST, 0, A)), List.of(miss(B)), List.of());
    var settlement = new Settlement(lift, ended);
    assertThat(settlement.tubeSeconds(FIRST)).isCloseTo(30, within(1e-9));
    assertThat(settlement.tubeSeconds(SECOND)).isZero();
    assertThat(settlement.awaited()).containsExactly(FIRST, SECOND);
    assertThat(settlement.isDisturbed()).isTrue();
  }

  @Test
  void splitsAPutBackByTubesAndAddsWhatTheyGotInTheCarrier() {
    var settlement =
        new Settlement(
            putBack,
            ended("back", 40, List.of(), List.of(), List.of(back(A, FIRST), back(B, SECOND))));
    assertThat(settlement.tubeSeconds(FIRST)).isCloseTo(23, within(1e-9));
    assertThat(settlement.tubeSeconds(SECOND)).isCloseTo(23, within(1e-9));
    assertThat(settlement.isDisturbed()).isFalse();
  }

  @Test
  void tellsNoJobThatATubeIsLostWhoseWellWasTaken() {
    var settlement =
        new Settlement(
            putBack, ended("back", 40, List.of(), List.of(miss(B)), List.of(back(A, FIRST))));
    assertThat(settlement.missed()).isEmpty();
    assertThat(settlement.homeless()).containsExactly(B);
    assertThat(settlement.isDisturbed()).isTrue();
  }

  @Test
  void concernsNobodyWhenTheTaskWasTakenBack() {
    var recalled =
        new TaskEnded(
            PICKER, "lift", NOON, "", 0, List.of(), List.of(), List.of(), List.of(), true);
    var settlement = new Settlement(lift, recalled);
    assertThat(settlement.isComplete()).isTrue();
    assertThat(settlement.disturbance()).isEqualTo("recalled");
  }

  private static TaskEnded ended(
      String task,
      double rackTubeSeconds,
      List<ServedRequest> picked,
      List<MissedRequest> missed,
      List<Returned> returned) {
    return new TaskEnded(
        PICKER, task, NOON, "", rackTubeSeconds, picked, missed, List.of(), returned, false);
  }

  private static MissedRequest miss(TubeId tube) {
    return new MissedRequest(SECOND, 0, tube, Finding.MISMATCH);
  }

  private static Returned back(TubeId tube, JobId job) {
    var position = new Position(rack(D1, 1), 2, new Well(0, 1));
    return new Returned(job, 0, tube, position, NOON, 10, 10, 3, -170);
  }

  private static TubeToPick pick(TubeId tube, JobId job) {
    return new TubeToPick(tube, 2, new Well(0, 1), job, 0);
  }

  private static TubeToPlace place(TubeId tube, JobId job) {
    var content = new Tube(tube, new SpecimenId("S"), "LCL", 1);
    return new TubeToPlace(content, 2, new Well(0, 1), job, 0);
  }
}
