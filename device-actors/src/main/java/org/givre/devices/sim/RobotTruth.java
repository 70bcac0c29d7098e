package org.givre.devices.sim;

import java.util.List;
import java.util.Optional;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;

/**
 * What is true of a robot.
 *
 * @param carrier barcodes in the order in which they came in
 * @param order what it is doing; empty when it stands still
 * @param step the step of that order which is under way
 */
public record RobotTruth(
    String picker, List<String> carrier, Optional<MotionOrder> order, Optional<MotionStep> step) {
  public RobotTruth {
    carrier = List.copyOf(carrier);
  }
}
