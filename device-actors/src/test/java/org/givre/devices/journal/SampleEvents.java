package org.givre.devices.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.action.Refusals;
import org.givre.devices.dewar.DewarEvent;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerEvent;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.port.PortEvent;
import org.givre.devices.rack.RackEvent;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/** Events of every kind, with every field set. The golden files hold exactly these. */
final class SampleEvents {
  static final List<Class<? extends JournalEvent>> KINDS =
      List.of(RackEvent.class, DewarEvent.class, PortEvent.class, PickerEvent.class);

  private static final Instant AT = Instant.parse("2026-11-23T12:34:56.789012Z");
  private static final PickerId PICKER = new PickerId("picker-1");
  private static final JobId JOB = new JobId("01JDC5YQ8Z3M9V6T4R2N0W1XKP");
  private static final TubeId FIRST = new TubeId("FD00000042");
  private static final TubeId SECOND = new TubeId("FD00000043");
  private static final List<Motion> MOTIONS =
      List.of(
          new Motion(Motion.Kind.GRIP, AT, AT.plusMillis(3_000), 0, 0, ""),
          new Motion(Motion.Kind.MOVE, AT.plusMillis(3_000), AT.plusMillis(4_200), 0, 2, ""),
          new Motion(Motion.Kind.PICK, AT.plusMillis(5_200), AT.plusMillis(9_900), 0, 2, "FD42"));

  private SampleEvents() {}

  static List<JournalEvent> all() {
    return List.of(
        new RackEvent.TubesImported("import-7", List.of(standing(FIRST), standing(SECOND))),
        new RackEvent.TubesReserved(JOB, List.of(FIRST, SECOND)),
        new RackEvent.TubesFreed(JOB, List.of(SECOND)),
        lifted(List.of()),
        new RackEvent.WellsKept(JOB, List.of(standing(FIRST))),
        new DewarEvent.OpeningGranted("task-9", PICKER),
        new DewarEvent.OpeningReleased("task-9", 11),
        new DewarEvent.DewarActed(refused()),
        new PortEvent.DockGranted("task-9", PICKER, List.of(3, 4)),
        new PortEvent.TubesReceived(
            "task-9", List.of(new PortEvent.ReceivedTube(FIRST, 3, AT)), AT.plusSeconds(60)),
        new PortEvent.PortActed(refused()),
        new PickerEvent.EpochStarted(5),
        new PickerEvent.TaskTaken(lift()),
        new PickerEvent.OrderCreated(
            "picker-1-order-12", 12, 5, PickerEvent.Purpose.WORK, "P1", List.of(3, 4)),
        new PickerEvent.OrderAccepted("picker-1-order-12"),
        new PickerEvent.TubePicked("picker-1-order-12", 2, FIRST, MOTIONS),
        new PickerEvent.TubeMissed("picker-1-order-12", 3, SECOND, Finding.MISMATCH, MOTIONS),
        new PickerEvent.TubeUnloaded("picker-1-order-13", 1, FIRST, 3, MOTIONS),
        new PickerEvent.OrderEnded(
            "picker-1-order-12", PickerEvent.Outcome.FAILED, AT, "grip.slipped: again", MOTIONS),
        new PickerEvent.TaskConcluded("task-9"),
        new PickerEvent.TaskRecalled("task-9"),
        new PickerEvent.TubePlaced("picker-1-order-14", 2, FIRST, MOTIONS),
        new PickerEvent.PickerActed(
            Action.of("01JDC5YQ8Z3M9V6T4R2N0W1XKQ", "returnToService").decided(Optional.empty()),
            Optional.of("D1")));
  }

  /** Events that there are several forms of, by the name of their golden file. */
  static SortedMap<String, JournalEvent> variants() {
    var variants = new TreeMap<String, JournalEvent>();
    variants.put(
        "picker-TaskTaken-unload",
        new PickerEvent.TaskTaken(
            new PickerTask.UnloadTask("task-10", new PortId("P1"), List.of(FIRST, SECOND))));
    variants.put("picker-TaskTaken-place", new PickerEvent.TaskTaken(place()));
    variants.put("picker-PickerActed-refused", new PickerEvent.PickerActed(refused()));
    variants.put(
        "rack-RackLifted-placed",
        lifted(List.of(new RackEvent.PlacedTube(standing(FIRST), 9.25, 7.5))));
    return variants;
  }

  static <E extends JournalEvent> Recorded<E> recorded(E event) {
    var cause = new Cause(Cause.Kind.OPERATOR, "ada", "as asked", "job-1", "command-2");
    return new Recorded<>(event, cause, AT.plusNanos(1_000), AT.minusSeconds(86_400));
  }

  private static RackEvent.Standing standing(TubeId tube) {
    return new RackEvent.Standing(
        new Tube(tube, new SpecimenId("HG00096"), "LCL", 3), 7, new Well(2, 7));
  }

  private static RackEvent lifted(List<RackEvent.PlacedTube> placed) {
    return new RackEvent.RackLifted(
        "task-9",
        PICKER,
        AT,
        AT.plusMillis(47_123),
        List.of(new RackEvent.BoxExposure(14.8, 7.4, 95), new RackEvent.BoxExposure(0, 0, 96)),
        List.of(new RackEvent.TakenTube(FIRST, 1, new Well(0, 1), 10.25, 9.5)),
        List.of(new RackEvent.MissedTube(SECOND, 1, new Well(7, 12), Finding.EMPTY)),
        placed);
  }

  private static ActionRecord refused() {
    return Action.of("01JDC5YQ8Z3M9V6T4R2N0W1XKP", "reroute")
        .with("avoid", "D1,D3")
        .with("port", "P2")
        .decided(Optional.of(Refusals.REVISION_STALE));
  }

  private static PickerTask lift() {
    return new PickerTask.LiftTask(
        "task-9",
        new DewarId("D1"),
        new RackId("D1-R01"),
        LiftMode.PARK,
        List.of(new PickerTask.TubeToPick(FIRST, 2, new Well(0, 1), JOB, 4)));
  }

  private static PickerTask place() {
    var standing = standing(FIRST);
    return new PickerTask.PlaceTask(
        "task-11",
        new DewarId("D1"),
        new RackId("D1-R01"),
        List.of(
            new PickerTask.TubeToPlace(
                standing.tube(), standing.level(), standing.well(), JOB, 4)));
  }
}
