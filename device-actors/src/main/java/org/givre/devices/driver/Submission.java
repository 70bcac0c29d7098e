package org.givre.devices.driver;

/** A driver's answer to an order. */
public sealed interface Submission {
  /** It will be done. */
  record Accepted() implements Submission {}

  /** It will not be done; nothing has moved. */
  record Refused(String reason) implements Submission {}

  /** The device has had it before; here is where it stands. */
  record Duplicate(OrderStatus status) implements Submission {}
}
