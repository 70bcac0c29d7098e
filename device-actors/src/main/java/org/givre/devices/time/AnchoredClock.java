package org.givre.devices.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that started at {@code engineAnchor} when the wall stood at {@code wallAnchor}, and runs
 * {@code speed} times as fast.
 */
public final class AnchoredClock extends Clock {
  private final Clock wall;
  private final Instant wallAnchor;
  private final Instant engineAnchor;
  private final double speed;

  public AnchoredClock(Clock wall, Instant wallAnchor, Instant engineAnchor, double speed) {
    this.wall = wall;
    this.wallAnchor = wallAnchor;
    this.engineAnchor = engineAnchor;
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    var wallElapsed = Duration.between(wallAnchor, wall.instant());
    return engineAnchor.plusNanos(Math.round(wallElapsed.toNanos() * speed));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new IllegalArgumentException("Engine time is kept in UTC; found " + zone);
  }
}
