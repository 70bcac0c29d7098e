package org.givre.devices.sim;

import static org.givre.devices.sim.ImpossibleOrder.unless;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.Picker;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Well;

/**
 * Goes through an order in thought, from the world as it is, and finds its whole course: how long
 * each motion takes and what the robot finds. Changes nothing; an order that physics forbids is
 * refused before anything moves.
 */
final class Rehearsal {
  private final Scene scene;
  private final Robot robot;
  private final Picker picker;
  private final Stopwatch watch;
  private final TubeHandling tubes;
  private final Map<String, Integer> turned = new HashMap<>();
  private String station;
  private Optional<String> docked = Optional.empty();
  private Optional<RackLift> lift = Optional.empty();

  private Rehearsal(Scene scene, Robot robot, Stopwatch watch) throws ImpossibleOrder {
    this.scene = scene;
    this.robot = robot;
    this.picker = scene.site().picker(robot.name());
    this.watch = watch;
    this.tubes = new TubeHandling(scene, robot, watch);
    this.station = robot.station();
  }

  /** The course of {@code order}, begun when {@code watch} says; refuses what cannot be done. */
  static Course of(MotionOrder order, Scene scene, Robot robot, Stopwatch watch)
      throws ImpossibleOrder {
    var start = watch.now();
    var steps = new Rehearsal(scene, robot, watch).steps(order);
    return new Course(robot.name(), order, start, steps);
  }

  private List<StepCourse> steps(MotionOrder order) throws ImpossibleOrder {
    var steps = new ArrayList<StepCourse>();
    for (var step : order.steps()) {
      try {
        var outcome = take(step);
        steps.add(new StepCourse(watch.now(), watch.take(), outcome));
      } catch (ImpossibleOrder impossible) {
        throw new ImpossibleOrder(
            "Step %d, %s: %s".formatted(steps.size(), step, impossible.reason()));
      }
    }
    if (lift.isPresent()) {
      throw new ImpossibleOrder(
          "The order leaves rack %s up; it must end with the rack lowered and every box in it"
              .formatted(lift.get().rack()));
    }
    return steps;
  }

  private Optional<TubeOutcome> take(MotionStep step) throws ImpossibleOrder {
    if (step instanceof MotionStep.PickTube pick) {
      return Optional.of(tubes.pick(within(pick.rack(), pick.level(), pick.well()), pick.tube()));
    } else if (step instanceof MotionStep.PlaceTube place) {
      var well = within(place.rack(), place.level(), place.well());
      return Optional.of(tubes.place(well, place.tube()));
    } else if (step instanceof MotionStep.Unload unload) {
      unless(
          docked.equals(Optional.of(unload.port())),
          "dock at port %s first".formatted(unload.port()));
      return Optional.of(tubes.unload(unload));
    } else if (step instanceof MotionStep.MoveTo move) {
      moveTo(move.station());
    } else if (step instanceof MotionStep.RotateTo turn) {
      rotateTo(turn.dewar(), turn.slot());
    } else if (step instanceof MotionStep.Dock dock) {
      dockAt(dock.port());
    } else {
      takeInHand(step);
    }
    return Optional.empty();
  }

  private void takeInHand(MotionStep step) throws ImpossibleOrder {
    if (step instanceof MotionStep.LiftRack up) {
      liftRack(up.rack(), up.level());
    } else if (step instanceof MotionStep.LowerRack down) {
      if (gripped(down.rack()).lower()) {
        lift = Optional.empty();
      }
    } else if (step instanceof MotionStep.ExtractBox box) {
      gripped(box.rack()).extract(box.level());
    } else if (step instanceof MotionStep.InsertBox box) {
      gripped(box.rack()).insert(box.level());
    } else {
      throw new ImpossibleOrder("this robot does not know such a step");
    }
  }

  private void moveTo(String to) throws ImpossibleOrder {
    handsFree();
    var seconds = scene.site().travelSeconds(picker, station, to);
    unless(Site.reaches(picker, to), "%s is out of reach of %s".formatted(to, robot.name()));
    watch.add(Kind.TRAVEL, seconds);
    station = to;
    docked = Optional.empty();
  }

  private void rotateTo(String name, int slot) throws ImpossibleOrder {
    handsFree();
    var dewar = scene.site().dewar(name);
    work(name);
    var slots = dewar.carouselSlots();
    unless(slot >= 0 && slot < slots, "the carousel has slots 0 to %d".formatted(slots - 1));
    var ahead = Math.floorMod(slot - slotUnderOpening(name), slots);
    watch.add(Kind.ROTATE, Math.min(ahead, slots - ahead) * dewar.carouselSecondsPerSlot());
    turned.put(name, slot);
  }

  private int slotUnderOpening(String dewar) {
    return turned.getOrDefault(dewar, scene.world().slotUnderOpening(dewar));
  }

  private void liftRack(String rack, int level) throws ImpossibleOrder {
    if (lift.isEmpty()) {
      var dewar = scene.site().dewarOfRack(rack);
      work(dewar.id().value());
      underOpening(rack, dewar);
      lift = Optional.of(RackLift.grip(rack, dewar, scene.site().store().timing(), watch));
    }
    gripped(rack).lift(level);
  }

  private void underOpening(String rack, Dewar dewar) throws ImpossibleOrder {
    var slot = dewar.racks().indexOf(new RackId(rack));
    var now = slotUnderOpening(dewar.id().value());
    unless(
        now == slot,
        "slot %d is under the opening; the rack hangs in slot %d".formatted(now, slot));
  }

  private void dockAt(String name) throws ImpossibleOrder {
    handsFree();
    var port = scene.site().port(name);
    work(name);
    unless(docked.isEmpty(), "it has docked already");
    watch.add(Kind.DOCK, scene.site().store().timing().dockSeconds());
    docked = Optional.of(port.id().value());
  }

  /** Works at {@code at}: stands there, and nobody else is at work there. */
  private void work(String at) throws ImpossibleOrder {
    unless(
        station.equals(at), "%s stands at \"%s\", not at %s".formatted(robot.name(), station, at));
    var other = scene.world().occupantOf(at, robot.name());
    unless(other.isEmpty(), "%s is occupied by %s".formatted(at, other.orElse("")));
  }

  private void handsFree() throws ImpossibleOrder {
    unless(lift.isEmpty(), "a rack is in the gripper; lower it first");
  }

  private RackLift gripped(String rack) throws ImpossibleOrder {
    var held = lift.filter(inHand -> inHand.rack().equals(rack));
    return held.orElseThrow(
        () -> new ImpossibleOrder("rack %s is not in the gripper; lift it first".formatted(rack)));
  }

  /** The well, if the gripper gets at it now. */
  private Position within(String rack, int level, String well) throws ImpossibleOrder {
    unless(
        gripped(rack).gives(level),
        "box %d is not within reach; lift to it first".formatted(level));
    try {
      var position = new Position(new RackId(rack), level, Well.parse(well));
      scene.site().dewarOf(position);
      return position;
    } catch (IllegalArgumentException malformed) {
      throw new ImpossibleOrder(String.valueOf(malformed.getMessage()));
    }
  }
}
