package org.givre.devices.sim;

import static org.givre.devices.sim.ImpossibleOrder.unless;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.driver.MotionStep;
import org.givre.plans.instance.Timing;
import org.givre.plans.store.Position;

/**
 * The tubes that one order moves, while it is rehearsed. The robot looks at the code under each
 * tube: what is not as ordered stays where it is. It refuses beforehand what it can know
 * beforehand: that its carrier would overflow, or does not hold a tube.
 */
final class TubeHandling {
  private final Scene scene;
  private final Stopwatch watch;
  private final Timing timing;
  private final int capacity;
  private final Map<Position, Optional<String>> changed = new HashMap<>();
  private final Set<PortSlot> filledSlots = new HashSet<>();
  private final Set<String> carried;
  private final Set<String> expected;

  TubeHandling(Scene scene, Robot robot, Stopwatch watch) throws ImpossibleOrder {
    this.scene = scene;
    this.watch = watch;
    this.timing = scene.site().store().timing();
    this.capacity = scene.site().picker(robot.name()).carrierTubes();
    this.carried = new HashSet<>(robot.carrier());
    this.expected = new HashSet<>(robot.carrier());
  }

  TubeOutcome pick(Position from, String tube) throws ImpossibleOrder {
    expected.add(tube);
    unless(
        expected.size() <= capacity,
        "the carrier holds %d tubes and would be full".formatted(capacity));
    var outcome = compare(tubeAt(from), tube);
    if (outcome == TubeOutcome.DONE) {
      carried.add(tube);
      changed.put(from, Optional.empty());
    }
    handle(Kind.PICK, timing.pickSeconds(), from, outcome == TubeOutcome.DONE ? tube : "");
    return outcome;
  }

  TubeOutcome place(Position to, String tube) throws ImpossibleOrder {
    takeFromCarrier(tube);
    if (!carried.contains(tube)) {
      return TubeOutcome.EMPTY;
    }
    if (tubeAt(to).isPresent()) {
      expected.add(tube);
      handle(Kind.PLACE, timing.placeSeconds(), to, "");
      return TubeOutcome.MISMATCH;
    }
    carried.remove(tube);
    changed.put(to, Optional.of(tube));
    handle(Kind.PLACE, timing.placeSeconds(), to, tube);
    return TubeOutcome.DONE;
  }

  TubeOutcome unload(MotionStep.Unload step) throws ImpossibleOrder {
    var port = scene.site().port(step.port());
    var slots = port.bufferTubes();
    unless(
        step.slot() >= 1 && step.slot() <= slots, "the buffer has slots 1 to %d".formatted(slots));
    takeFromCarrier(step.tube());
    if (!carried.remove(step.tube())) {
      return TubeOutcome.EMPTY;
    }
    var slot = new PortSlot(step.port(), step.slot());
    var free =
        scene
            .world()
            .filledAt(slot)
            .map(filled -> !watch.now().isBefore(Site.takenAway(port, filled)))
            .orElse(true);
    unless(free && filledSlots.add(slot), "a tube still stands in that slot");
    watch.add(Kind.UNLOAD, timing.unloadSeconds(), 0, step.tube());
    return TubeOutcome.DONE;
  }

  private void takeFromCarrier(String tube) throws ImpossibleOrder {
    unless(expected.remove(tube), "tube %s is not in the carrier".formatted(tube));
  }

  private void handle(Kind kind, double seconds, Position position, String tube) {
    watch.add(kind, seconds, position.level(), tube);
  }

  private Optional<String> tubeAt(Position position) {
    var known = changed.get(position);
    return known != null ? known : scene.world().tubes().at(position);
  }

  private static TubeOutcome compare(Optional<String> found, String wanted) {
    if (found.isEmpty()) {
      return TubeOutcome.EMPTY;
    }
    return found.get().equals(wanted) ? TubeOutcome.DONE : TubeOutcome.MISMATCH;
  }
}
