package org.givre.devices.driver;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who a device is and what it can do.
 *
 * @param driver name of the driver, such as {@code simulated}
 * @param steps simple names of the {@link MotionStep}s that it can do
 */
public record Factsheet(
    String device,
    String driver,
    String serial,
    String firmware,
    String protocolVersion,
    SortedSet<String> steps) {
  public Factsheet {
    steps = new TreeSet<>(steps);
  }
}
