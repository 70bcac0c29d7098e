package org.givre.devices.sim;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.wire.DeviceMicros;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Well;
import org.givre.protocols.world.v1.WorldRecord;

/**
 * The truth at one instant: the sum of the log's records and of the time that has passed. It is
 * told each record once, in order, and only ever goes forward. Of most tubes it only knows where
 * the log tells of them.
 */
final class WorldState {
  private final BoxClocks boxes = new BoxClocks();
  private final TubePlaces tubes;
  private final SortedMap<String, Robot> robots = new TreeMap<>();
  private final Map<String, Integer> slotUnderOpening = new HashMap<>();
  private final Map<PortSlot, Instant> filled = new HashMap<>();
  private final WorldRecords records = new WorldRecords();
  private Optional<ClockAnchor> anchor = Optional.empty();
  private Instant now = Instant.EPOCH;

  /**
   * @param log the record at a place of the log
   */
  WorldState(LongFunction<WorldRecord> log) {
    tubes = new TubePlaces(boxes, new FilledBoxes(log));
  }

  Instant now() {
    return now;
  }

  Optional<ClockAnchor> anchor() {
    return anchor;
  }

  BoxClocks boxes() {
    return boxes;
  }

  TubePlaces tubes() {
    return tubes;
  }

  Robot robot(String name) {
    return robots.computeIfAbsent(name, Robot::new);
  }

  /** Slot of the carousel under the dewar's opening; 0 before it first turned. */
  int slotUnderOpening(String dewar) {
    return slotUnderOpening.getOrDefault(dewar, 0);
  }

  /** When a tube was last put into a slot of a port. */
  Optional<Instant> filledAt(PortSlot slot) {
    return Optional.ofNullable(filled.get(slot));
  }

  /** Another robot than {@code but} that works at {@code station}, or will with its order. */
  Optional<String> occupantOf(String station, String but) {
    return robots.values().stream()
        .filter(robot -> !robot.name().equals(but))
        .filter(robot -> robot.running().filter(run -> run.occupies(station, now)).isPresent())
        .map(Robot::name)
        .findFirst();
  }

  /** Whether a running order will put a tube into the well. */
  boolean promised(Position position) {
    return robots.values().stream()
        .flatMap(robot -> robot.running().stream())
        .flatMap(run -> run.ahead().stream())
        .anyMatch(
            step -> step instanceof MotionStep.PlaceTube place && position.equals(well(place)));
  }

  /** What has happened by {@code then} comes true; an earlier time than before changes nothing. */
  void advance(Instant then) {
    if (then.isAfter(now)) {
      now = then;
    }
    robots.values().forEach(robot -> robot.advance(now, this));
  }

  /**
   * Takes in a record of the log.
   *
   * @param at where it lies there
   */
  void take(long at, WorldRecord record) {
    advance(DeviceMicros.toInstant(record.getAtMicros()));
    switch (record.getRecordCase()) {
      case CLOCK_ANCHORED -> anchor = Optional.of(WorldRecords.anchor(record.getClockAnchored()));
      case TUBES_LOADED -> {
        var loaded = record.getTubesLoaded();
        for (var tube : loaded.getTubesList()) {
          tubes.load(loaded.getImportId(), records.tube(tube), tube.getDewar(), now);
        }
      }
      case BOX_FILLED -> tubes.fill(at, record.getBoxFilled());
      case ORDER_TAKEN -> {
        var course = WorldRecords.course(now, record.getOrderTaken());
        robot(course.device()).begin(course);
        advance(now);
      }
      case RECORD_NOT_SET ->
          throw new IllegalStateException(
              "The world's log has a record of a kind that this version does not know;"
                  + " open it with the version that wrote it, or a newer one");
    }
  }

  /** A step of {@code device}'s order has ended. */
  void come(String device, MotionStep step, StepCourse how) {
    if (step instanceof MotionStep.MoveTo move) {
      robot(device).station(move.station());
    } else if (step instanceof MotionStep.RotateTo turn) {
      slotUnderOpening.put(turn.dewar(), turn.slot());
    } else if (how.movesTube()) {
      moveTube(robot(device), step, how.end());
    }
  }

  private void moveTube(Robot robot, MotionStep step, Instant at) {
    if (step instanceof MotionStep.PickTube pick) {
      tubes.pick(pick.tube(), well(pick), robot.name(), at);
      robot.carrier().add(pick.tube());
    } else if (step instanceof MotionStep.PlaceTube place) {
      tubes.place(place.tube(), new TubePlace.InRack(robot.station(), well(place)), at);
      robot.carrier().remove(place.tube());
    } else if (step instanceof MotionStep.Unload unload) {
      tubes.unload(unload.tube(), new TubePlace.AtPort(unload.port(), unload.slot()), at);
      robot.carrier().remove(unload.tube());
      filled.put(new PortSlot(unload.port(), unload.slot()), at);
    }
  }

  private static Position well(MotionStep.PickTube pick) {
    return new Position(new RackId(pick.rack()), pick.level(), Well.parse(pick.well()));
  }

  private static Position well(MotionStep.PlaceTube place) {
    return new Position(new RackId(place.rack()), place.level(), Well.parse(place.well()));
  }

  /** Every robot that was ever told to do something, by name. */
  List<RobotTruth> robotTruth() {
    return robots.values().stream().map(Robot::truth).toList();
  }

  /** Every tube, in no order. */
  Stream<TubeTruth> truth() {
    return tubes.truth(now);
  }
}
