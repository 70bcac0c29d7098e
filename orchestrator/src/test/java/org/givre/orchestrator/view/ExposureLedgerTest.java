package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.orchestrator.view.JournalByHand.START;
import static org.givre.orchestrator.view.JournalByHand.boxes;
import static org.givre.orchestrator.view.JournalByHand.motion;
import static org.givre.orchestrator.view.SmallStore.R1;
import static org.givre.orchestrator.view.SmallStore.R2;
import static org.givre.orchestrator.view.SmallStore.standing;

import java.util.List;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackEvent.BoxExposure;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.devices.rack.RackEvent.MissedTube;
import org.givre.devices.rack.RackEvent.PlacedTube;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.TakenTube;
import org.givre.orchestrator.view.ExposureInterval.Role;
import org.givre.orchestrator.view.ExposureInterval.Surroundings;
import org.givre.plans.exposure.ThermalModel;
import org.givre.plans.exposure.TimeOutside;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExposureLedgerTest {
  private static final JobId JOB = new JobId("01J00000000000000000000000");
  private static final Tube TUBE = standing(1, "S1", 1, 2, "A1").tube();
  private static final TubeId TARGET = new TubeId("T1");
  private static final TubeId NEIGHBOUR = new TubeId("T2");
  private static final TubeId DEEP = new TubeId("T3");
  private static final String PICKER = "picker|picker-1";

  private final JournalByHand journal = new JournalByHand();
  private final View view = new View(SmallStore.definition(), Runnable::run);

  @BeforeEach
  void fillTheRack() {
    view.apply(
        journal.imported(
            R1,
            standing(1, "S1", 1, 2, "A1"),
            standing(2, "S2", 1, 2, "A2"),
            standing(3, "S3", 1, 3, "A1")));
  }

  private ExposureLedger ledger(TubeId tube) {
    return view.tubes().exposure(tube).orElseThrow();
  }

  private void lifted(RackId rack, List<BoxExposure> boxes, List<TakenTube> taken) {
    view.apply(
        journal.event(
            "rack|" + rack,
            new RackLifted(
                "lift",
                SmallStore.PICKER,
                START,
                START.plusSeconds(30),
                boxes,
                taken,
                List.of(),
                List.of())));
  }

  private void pickTheTarget() {
    var pick = new TubeToPick(TARGET, 2, Well.parse("A1"), JOB, 0);
    var task = new LiftTask("lift", new DewarId("D1"), R1, LiftMode.HOLD, List.of(pick));
    view.apply(journal.event(PICKER, new TaskTaken(task)));
    view.apply(journal.event(PICKER, new OrderCreated("o1", 1, 1, Purpose.WORK, "D1", List.of())));
    view.apply(
        journal.event(
            PICKER, new TubePicked("o1", 0, TARGET, motion(Motion.Kind.PICK, TARGET, 10, 5))));
    lifted(R1, boxes(12, 9, 0), List.of(new TakenTube(TARGET, 2, Well.parse("A1"), 6.6, 6.6)));
  }

  private void unloadTheTarget() {
    pickTheTarget();
    unload("o2", 65);
  }

  private void unload(String order, double from) {
    var unload = new UnloadTask("unload", SmallStore.PORT, List.of(TARGET));
    view.apply(journal.event(PICKER, new TaskTaken(unload)));
    view.apply(
        journal.event(PICKER, new OrderCreated(order, 2, 1, Purpose.WORK, "P1", List.of(1))));
    view.apply(
        journal.event(
            PICKER,
            new TubeUnloaded(order, 0, TARGET, 1, motion(Motion.Kind.UNLOAD, TARGET, from, 2))));
  }

  @Test
  void isEmptyForATubeThatWasNeverOut() {
    pickTheTarget();

    assertThat(ledger(DEEP).intervals()).isEmpty();
    assertThat(ledger(DEEP).seconds()).isZero();
    assertThat(ledger(DEEP).peakCelsius()).isEmpty();
  }

  @Test
  void chargesABystanderItsBox() {
    pickTheTarget();

    var ledger = ledger(NEIGHBOUR);
    assertThat(ledger.intervals()).hasSize(1);
    var interval = ledger.intervals().get(0);
    assertThat(interval.as()).isEqualTo(Role.BYSTANDER);
    assertThat(interval.seconds()).isEqualTo(9);
    assertThat(interval.weight()).isEqualTo(1);
    assertThat(interval.from()).isEqualTo(START);
    assertThat(interval.to()).isEqualTo(START.plusSeconds(30));
    assertThat(ledger.peakCelsius())
        .hasValue(ThermalModel.of(-180, -100).peakCelsius(new TimeOutside(9, 0)));
  }

  @Test
  void splitsWhatATargetGotIntoBoxAndGripper() {
    pickTheTarget();

    var ledger = ledger(TARGET);
    assertThat(ledger.intervals())
        .extracting(ExposureInterval::surroundings)
        .containsExactly(Surroundings.RACK, Surroundings.GRIPPER);
    assertThat(ledger.intervals().get(0).seconds()).isCloseTo(1.6, within(1e-9));
    assertThat(ledger.intervals().get(1).seconds()).isEqualTo(5);
    assertThat(ledger.weightedSeconds()).isCloseTo(6.6, within(1e-9));
    assertThat(ledger.peakCelsius().orElseThrow())
        .isCloseTo(
            ThermalModel.of(-180, -100).peakCelsius(new TimeOutside(1.6, 0), 5), within(1e-9));
    assertThat(ledger.lifts()).isEqualTo(1);
    assertThat(ledger.asBystander()).isZero();
  }

  @Test
  void addsTheWayToThePort() {
    unloadTheTarget();

    var ledger = ledger(TARGET);
    assertThat(ledger.intervals())
        .extracting(ExposureInterval::surroundings)
        .containsExactly(
            Surroundings.RACK, Surroundings.GRIPPER, Surroundings.CARRIER, Surroundings.PORT);
    assertThat(ledger.seconds()).isCloseTo(6.6 + 50 + 2, within(1e-9));
    assertThat(ledger.weightedSeconds()).isCloseTo(6.6 + 50 * 0.02 + 2 * 0.2, within(1e-9));
  }

  @Test
  void letsATubeTakeOnTheTemperatureOfTheCarrier() {
    unloadTheTarget();

    var ledger = ledger(TARGET);
    var gripper = ledger.intervals().get(1).peakCelsius().orElseThrow();
    var carrier = ledger.intervals().get(2).peakCelsius().orElseThrow();
    assertThat(carrier)
        .isCloseTo(ThermalModel.of(-150, -150).gripper().celsiusAfter(gripper, 50), within(1e-9));
    assertThat(ledger.peakCelsius()).hasValue(carrier);
  }

  @Test
  void chargesNothingAfterTheTubeWasTaken() {
    pickTheTarget();
    var before = ledger(TARGET);
    lifted(R1, boxes(20, 20, 20), List.of());

    assertThat(ledger(TARGET)).isEqualTo(before);
    assertThat(ledger(NEIGHBOUR).seconds()).isEqualTo(29);
    assertThat(ledger(NEIGHBOUR).asBystander()).isEqualTo(2);
  }

  @Test
  void chargesNothingBeforeTheTubeCameAndNothingOfOtherRacks() {
    lifted(R1, boxes(20, 20, 20), List.of());
    lifted(R2, boxes(7, 7, 7), List.of());
    view.apply(journal.imported(R1, standing(4, "S4", 1, 1, "A1")));
    lifted(R1, boxes(3, 0, 0), List.of());

    assertThat(ledger(new TubeId("T4")).seconds()).isEqualTo(3);
  }

  @Test
  void chargesNothingOfTheLiftThatMissedTheTube() {
    view.apply(
        journal.event(
            "rack|" + R1,
            new RackLifted(
                "lift",
                SmallStore.PICKER,
                START,
                START.plusSeconds(30),
                boxes(9, 9, 0),
                List.of(),
                List.of(new MissedTube(TARGET, 2, Well.parse("A1"), Finding.EMPTY)),
                List.of())));

    assertThat(ledger(TARGET).intervals()).isEmpty();
    assertThat(ledger(NEIGHBOUR).seconds()).isEqualTo(9);
  }

  @Test
  void tellsParkedTimeFromTheWeights() {
    // 10 s in the work area at weight 1 and 40 s in the chamber at weight 0.1
    lifted(
        R1,
        List.of(new BoxExposure(0, 0, 0), new BoxExposure(50, 14, 2), new BoxExposure(0, 0, 1)),
        List.of());

    var interval = ledger(NEIGHBOUR).intervals().get(0);
    assertThat(interval.weight()).isCloseTo(0.28, within(1e-9));
    assertThat(interval.peakCelsius().orElseThrow())
        .isCloseTo(ThermalModel.of(-180, -100).peakCelsius(new TimeOutside(10, 40)), within(1e-6));
  }

  /** The target goes back 50 s after its pick, 4 s in the gripper, 3 s outside in its box. */
  private void putTheTargetBack() {
    pickTheTarget();
    var well = new TubeToPlace(TUBE, 2, Well.parse("A1"), JOB, 0);
    var task = new PlaceTask("put", new DewarId("D1"), R1, List.of(well));
    view.apply(journal.event(PICKER, new TaskTaken(task)));
    view.apply(journal.event(PICKER, new OrderCreated("o2", 2, 1, Purpose.WORK, "D1", List.of())));
    view.apply(
        journal.event(
            PICKER, new TubePlaced("o2", 0, TARGET, motion(Motion.Kind.PLACE, TARGET, 65, 4))));
    lifted(R2, boxes(7, 7, 7), List.of());
    lifted(R1, boxes(2, 2, 0), List.of());
    var standing = standing(1, "S1", 1, 2, "A1");
    var placed = List.of(new PlacedTube(standing, 7, 7));
    view.apply(
        journal.event(
            "rack|" + R1,
            new RackLifted(
                "put",
                SmallStore.PICKER,
                START.plusSeconds(60),
                START.plusSeconds(75),
                boxes(11, 8, 0),
                List.of(),
                List.of(),
                placed)));
  }

  @Test
  void chargesATubeThatWasPutBackItsRideTheGripperAndTheRestOfTheLift() {
    putTheTargetBack();

    var ledger = ledger(TARGET);
    assertThat(ledger.intervals())
        .extracting(ExposureInterval::surroundings)
        .containsExactly(
            Surroundings.RACK,
            Surroundings.GRIPPER,
            Surroundings.CARRIER,
            Surroundings.GRIPPER,
            Surroundings.RACK);
    assertThat(ledger.intervals()).allMatch(interval -> interval.as() == Role.TARGET);
    var ride = ledger.intervals().get(2);
    assertThat(ride.from()).isEqualTo(START.plusSeconds(15));
    assertThat(ride.to()).isEqualTo(START.plusSeconds(65));
    assertThat(ride.weightedSeconds()).isCloseTo(50 * 0.02, within(1e-9));
    var inBox = ledger.intervals().get(4);
    assertThat(inBox.from()).isEqualTo(START.plusSeconds(69));
    assertThat(inBox.to()).isEqualTo(START.plusSeconds(75));
    assertThat(inBox.seconds()).isCloseTo(3, within(1e-9));
    assertThat(ledger.seconds()).isCloseTo(6.6 + 50 + 7, within(1e-9));
    assertThat(ledger.weightedSeconds()).isCloseTo(6.6 + 50 * 0.02 + 7, within(1e-9));
    assertThat(ledger.asBystander()).isZero();
  }

  @Test
  void warmsATubeThatIsPutBackFromTheCarriersTemperatureOn() {
    putTheTargetBack();

    var model = ThermalModel.of(-180, -100);
    var picked = model.peakCelsius(new TimeOutside(1.6, 0), 5);
    var carried = ThermalModel.of(-150, -150).gripper().celsiusAfter(picked, 50);
    var gripped = model.gripper().celsiusAfter(carried, 4);
    var intervals = ledger(TARGET).intervals();
    assertThat(intervals.get(3).peakCelsius().orElseThrow()).isCloseTo(gripped, within(1e-9));
    assertThat(intervals.get(4).peakCelsius().orElseThrow())
        .isCloseTo(model.box().celsiusAfter(gripped, 3), within(1e-9));
  }

  @Test
  void chargesATubeThatWasPutBackLikeAllOthersUntilItIsDelivered() {
    putTheTargetBack();
    lifted(R1, boxes(20, 18, 0), List.of());
    var pick = new TubeToPick(TARGET, 2, Well.parse("A1"), JOB, 0);
    var task = new LiftTask("again", new DewarId("D1"), R1, LiftMode.HOLD, List.of(pick));
    view.apply(journal.event(PICKER, new TaskTaken(task)));
    view.apply(journal.event(PICKER, new OrderCreated("o3", 3, 1, Purpose.WORK, "D1", List.of())));
    view.apply(
        journal.event(
            PICKER, new TubePicked("o3", 0, TARGET, motion(Motion.Kind.PICK, TARGET, 100, 5))));
    lifted(R1, boxes(12, 9, 0), List.of(new TakenTube(TARGET, 2, Well.parse("A1"), 6.6, 6.6)));
    lifted(R1, boxes(30, 30, 30), List.of());
    unload("o4", 205);

    var ledger = ledger(TARGET);
    var twicePicked = 2 * 6.6;
    var putBack = 7;
    var bystander = 18;
    assertThat(ledger.seconds())
        .isCloseTo(twicePicked + putBack + bystander + 50 + 100 + 2, within(1e-9));
    assertThat(ledger.weightedSeconds())
        .isCloseTo(twicePicked + putBack + bystander + 150 * 0.02 + 2 * 0.2, within(1e-9));
    assertThat(ledger.lifts()).isEqualTo(4);
    assertThat(ledger.asBystander()).isEqualTo(1);
    assertThat(ledger.intervals()).extracting(ExposureInterval::offset).isSorted();
  }

  @Test
  void chargesNothingOfALiftBeforeTheTubeWasPutBackOfWhichTheRackHeardLate() {
    putTheTargetBack();

    // two seconds, reported after the placing and before the lift that placed
    assertThat(ledger(TARGET).asBystander()).isZero();
    assertThat(ledger(NEIGHBOUR).seconds()).isEqualTo(9 + 2 + 8);
  }

  @Test
  void addsUpToWhatTheLiftAndTheWayCost() {
    unloadTheTarget();

    var neighbours = 9.0;
    var target = 6.6 + 50 * 0.02 + 2 * 0.2;
    assertThat(
            List.of(TARGET, NEIGHBOUR, DEEP).stream()
                .mapToDouble(tube -> ledger(tube).weightedSeconds())
                .sum())
        .isCloseTo(neighbours + target, within(1e-9));
  }
}
