package org.givre.devices.sim;

import java.time.Clock;
import java.time.Instant;
import org.givre.devices.time.AnchoredClock;

/**
 * When engine time began to run as it does: at {@code wall} it was {@code engine}, and it has run
 * {@code speed} times as fast ever since.
 */
public record ClockAnchor(Instant wall, Instant engine, double speed) {
  /** Engine time, as told by {@code wallClock}. */
  public AnchoredClock clock(Clock wallClock) {
    return new AnchoredClock(wallClock, wall, engine, speed);
  }
}
