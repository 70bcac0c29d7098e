package org.givre.devices.picker;

import java.util.Optional;
import java.util.TreeSet;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Refusals;
import org.givre.devices.action.Service.Mode;
import org.givre.devices.action.ServiceAnswer;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerSignal.RobotSeen;
import org.givre.plans.store.TubeId;

/**
 * How a picker decides an action. A return to service that is to end a fault needs a look at the
 * robot: what it says of itself must be what the engine believes of it.
 *
 * @param detail why it is refused, where only the picker can say it; empty otherwise
 */
record Decision(PickerActed event, String detail) {
  private static final String BUSY =
      "Its task is not concluded. Return it to service when that is over.";

  /** Whether the robot must say how it stands before {@code action} can be decided. */
  static boolean needsLook(PickerState state, Action action) {
    return state.fitness().mendedBy(action) && refusal(state, action).isEmpty();
  }

  /** Decides an action that needs no look. */
  static Decision of(PickerState state, Action action) {
    var refusal = refusal(state, action);
    var event = new PickerActed(action.decided(refusal));
    var busy = refusal.filter(Refusals.DEVICE_BUSY::equals).isPresent();
    return new Decision(event, busy ? BUSY : "");
  }

  /** Decides an action after a look at the robot. */
  static Decision of(PickerState state, RobotSeen look) {
    var action = look.act().action();
    if (!needsLook(state, action)) {
      return of(state, action);
    }
    if (look.seen().isEmpty()) {
      return refused(action, Refusals.DEVICE_UNREACHABLE, "The robot does not answer. Look at it.");
    }
    var robot = look.seen().get();
    var contradiction = contradiction(state, robot);
    return contradiction.isPresent()
        ? refused(action, Refusals.DEVICE_CONTRADICTS, contradiction.get())
        : new Decision(
            new PickerActed(action.decided(Optional.empty()), Optional.of(robot.station())), "");
  }

  private static Optional<String> refusal(PickerState state, Action action) {
    return state.fitness().refusal(action, state.run().isPresent());
  }

  private static Decision refused(Action action, String code, String detail) {
    return new Decision(new PickerActed(action.decided(Optional.of(code))), detail);
  }

  private static Optional<String> contradiction(PickerState state, DeviceSnapshot robot) {
    if (!robot.runningOrder().isEmpty()) {
      return Optional.of(
          "The robot says that it is doing order %s; wait until it has come to rest."
              .formatted(robot.runningOrder()));
    }
    var believed = new TreeSet<>(state.carrier().stream().map(CarriedTube::tube).toList());
    var says = new TreeSet<>(robot.carrier().stream().map(TubeId::new).toList());
    return says.equals(believed)
        ? Optional.empty()
        : Optional.of(
            "The robot says that its carrier holds %s; the engine believes %s. Look into it."
                .formatted(says, believed));
  }

  /** What who asked is told, once it is durable. */
  ActionAnswer answer(PickerState after) {
    var service = after.fitness().service();
    var name = "Picker " + after.workplace().id();
    var answer =
        new ServiceAnswer(name, service, after.fitness().inFault())
            .to(event.action(), isUnderWay(after));
    return detail.isEmpty()
        ? answer
        : new ActionAnswer(
            answer.id(),
            answer.refusal(),
            detail,
            answer.revision(),
            answer.done(),
            answer.promisedAt(),
            answer.allowed());
  }

  private static boolean isUnderWay(PickerState after) {
    var loaded = after.fitness().service().mode() == Mode.DRAINED && !after.carrier().isEmpty();
    return loaded || after.run().isPresent();
  }
}
