package org.givre.devices.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as the journal keeps them: microseconds since 1970-01-01T00:00:00Z. What is finer is cut
 * off.
 */
public final class Micros {
  private static final long PER_SECOND = 1_000_000;
  private static final long NANOS = 1_000;

  private Micros() {}

  /** Microseconds from the epoch to {@code instant}. */
  public static long of(Instant instant) {
    var whole = Math.multiplyExact(instant.getEpochSecond(), PER_SECOND);
    return whole + instant.getNano() / NANOS;
  }

  /** The instant so many microseconds after the epoch. */
  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
