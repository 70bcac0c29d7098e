package org.givre.devices.driver.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times on the wire: whole microseconds since 1970; what is finer is cut off. */
public final class DeviceMicros {
  private DeviceMicros() {}

  /** Microseconds since 1970 of {@code instant}. */
  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The instant {@code micros} after 1970. */
  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
