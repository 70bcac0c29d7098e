package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a planning instance: seconds since the moment from which the plan may run.
 *
 * @param origin engine time of second 0
 */
public record PlanClock(Instant origin) {
  private static final double NANOS = 1e9;

  /** That time in seconds; negative before the origin. */
  public double seconds(Instant time) {
    var since = Duration.between(origin, time);
    return since.getSeconds() + since.getNano() / NANOS;
  }

  /** Engine time of a second. */
  public Instant instant(double seconds) {
    var whole = Math.floor(seconds);
    return origin.plusSeconds((long) whole).plusNanos(Math.round((seconds - whole) * NANOS));
  }
}
