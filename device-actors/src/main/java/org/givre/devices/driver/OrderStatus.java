package org.givre.devices.driver;

import java.util.List;

/** Where an order stands, as the device knows it. */
public sealed interface OrderStatus {
  /** The device has never had it, or has long forgotten it. */
  record Unknown() implements OrderStatus {}

  /** It is being done; {@code reports} is all that the device has reported of it so far. */
  record Running(List<DriverEvent> reports) implements OrderStatus {
    public Running {
      reports = List.copyOf(reports);
    }
  }

  /** It is over; the last of {@code reports} is its {@link DriverEvent.Ended}. */
  record Over(List<DriverEvent> reports) implements OrderStatus {
    public Over {
      reports = List.copyOf(reports);
    }
  }
}
