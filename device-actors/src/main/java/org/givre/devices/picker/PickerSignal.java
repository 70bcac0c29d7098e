package org.givre.devices.picker;

import java.util.Optional;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.RackCommand;

/** What a picker hears from its driver, from other devices and from its own timer. */
sealed interface PickerSignal extends PickerCommand {
  /** Everything durable is known again: a new session with the driver is due. */
  record SessionDue() implements PickerSignal {}

  /** It is time to ask again for whatever has not been answered. */
  record Remind() implements PickerSignal {}

  /** The driver has answered an order. */
  record Submitted(String orderId, Submission answer) implements PickerSignal {}

  /**
   * The driver has said where an order stands.
   *
   * @param acceptedBefore whether the device had accepted the order when it was asked
   */
  record StatusKnown(String orderId, OrderStatus status, boolean acceptedBefore)
      implements PickerSignal {}

  /** The driver failed to answer. */
  record Unanswered(String orderId, String reason) implements PickerSignal {}

  /** The driver reports on its own. */
  record Reported(DriverEvent report) implements PickerSignal {}

  /**
   * The driver has said how the robot stands, for an action that waits for it.
   *
   * @param seen empty if it did not answer
   */
  record RobotSeen(Act act, Optional<DeviceSnapshot> seen) implements PickerSignal {}

  /** The dewar's opening is this picker's. */
  record OpeningAcquired(DewarCommand.Acquired answer) implements PickerSignal {}

  /** The dewar knows that it is free again. */
  record OpeningReleased(DewarCommand.Released answer) implements PickerSignal {}

  /** The port's dock is this picker's. */
  record DockAcquired(PortCommand.Acquired answer) implements PickerSignal {}

  /** The port has what was unloaded. */
  record UnloadReceived(PortCommand.Received answer) implements PickerSignal {}

  /** The rack has recorded the lift. */
  record LiftRecorded(RackCommand.LiftRecorded answer) implements PickerSignal {}
}
