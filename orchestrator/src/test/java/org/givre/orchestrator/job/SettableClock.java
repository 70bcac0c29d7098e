package org.givre.orchestrator.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.givre.devices.time.EngineTime;

/** A clock that stands still until a test moves it on. */
public final class SettableClock extends Clock {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Engine time at real speed, by this clock alone. */
  public EngineTime engineTime() {
    return new EngineTime(this, this, 1);
  }

  /** Moves on. */
  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Tests know UTC only");
  }
}
