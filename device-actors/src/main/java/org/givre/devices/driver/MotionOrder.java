package org.givre.devices.driver;

import java.util.List;

/**
 * What the engine asks of a robot: steps to be done in order, without waiting for the engine in
 * between. A lift is one order, so that a rack is never up while a message is on its way.
 *
 * @param orderId unique for ever; submitting it again is harmless
 * @param sequence rises by one with every new order to this device
 * @param epoch of the engine's session; a driver refuses an older one
 */
public record MotionOrder(String orderId, long sequence, long epoch, List<MotionStep> steps) {
  public MotionOrder {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("Order " + orderId + " has no steps; give at least one");
    }
  }
}
