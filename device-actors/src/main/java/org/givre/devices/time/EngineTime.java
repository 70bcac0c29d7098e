package org.givre.devices.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The engine's clock beside the wall's. Under {@code --speed N} the engine's runs N times as fast.
 * Domain and API times are engine times; timers are set on the wall.
 *
 * @param engine drives everything that is journalled
 * @param wall what a person's watch says
 * @param speed engine seconds per wall second, above 0
 */
public record EngineTime(Clock engine, Clock wall, double speed) {
  /** Shortest timer: an event loop turn, so that nobody spins. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  public EngineTime {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("Speed must be above 0; found " + speed);
    }
  }

  /** Engine time now, in whole microseconds, as the journal keeps it. */
  public Instant now() {
    return engine.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Wall time now, in whole microseconds, as the journal keeps it. */
  public Instant wallNow() {
    return wall.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** How long to set a timer, on the wall, for an engine {@code delay}; at least 1 ms. */
  public Duration timer(Duration delay) {
    var wallNanos = (long) Math.ceil(delay.toNanos() / speed);
    var timer = Duration.ofNanos(wallNanos);
    return timer.compareTo(SHORTEST) < 0 ? SHORTEST : timer;
  }

  /** How long to set a timer, on the wall, until engine time {@code then}; at least 1 ms. */
  public Duration timerUntil(Instant then) {
    return timer(Duration.between(now(), then));
  }
}
