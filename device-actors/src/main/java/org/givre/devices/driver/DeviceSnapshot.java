package org.givre.devices.driver;

import java.time.Instant;
import java.util.List;

/**
 * What a picker believes about itself.
 *
 * @param station dewar or port where it stands; empty elsewhere
 * @param carrier barcodes in its carrier, in the order they came in
 * @param runningOrder id of the order that it is doing; empty if none
 * @param at device time
 */
public record DeviceSnapshot(
    String station, List<String> carrier, String runningOrder, Instant at) {
  public DeviceSnapshot {
    carrier = List.copyOf(carrier);
  }
}
