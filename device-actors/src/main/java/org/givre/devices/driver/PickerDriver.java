package org.givre.devices.driver;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One robotic picker, as its vendor's code presents it. Stages complete normally: trouble is an
 * answer, not an exception.
 */
public interface PickerDriver extends AutoCloseable {
  /** Who the device is and what it can do. */
  Factsheet factsheet();

  /** Everything the device believes now. */
  CompletionStage<DeviceSnapshot> snapshot();

  /** Hands over an order; idempotent on its id. */
  CompletionStage<Submission> submit(MotionOrder order);

  /** Where an order stands; an unknown id is a normal answer. */
  CompletionStage<OrderStatus> status(String orderId);

  /** Why the device could not do {@code order} now; empty if it could. */
  CompletionStage<Optional<String>> canExecute(MotionOrder order);

  @Override
  void close();
}
