package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The clock of a planning instance: seconds since the moment from which the plan may run.
 *
 * @param origin engine time of second 0
 */
public record PlanClock(Instant origin) {
  private static final double NANOS = 1e9;

  /** A moment in a sentence; stays are {@code for 3 s}, and delays {@code 3 s later}. */
  private static final Pattern MOMENT =
      Pattern.compile("\\b(at|by|before|from|until|to) (-?\\d+(?:\\.\\d+)?) s\\b");

  /** That time in seconds; negative before the origin. */
  public double seconds(Instant time) {
    var since = Duration.between(origin, time);
    return since.getSeconds() + since.getNano() / NANOS;
  }

  /** {@code text} with engine time where it names a second, such as {@code due by 12.0 s}. */
  String inWords(String text) {
    return MOMENT
        .matcher(text)
        .replaceAll(match -> match.group(1) + " " + said(Double.parseDouble(match.group(2))));
  }

  private String said(double seconds) {
    return instant(seconds).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /** Engine time of a second. */
  public Instant instant(double seconds) {
    var whole = Math.floor(seconds);
    return origin.plusSeconds((long) whole).plusNanos(Math.round((seconds - whole) * NANOS));
  }
}
