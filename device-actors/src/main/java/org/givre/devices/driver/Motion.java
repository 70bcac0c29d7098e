package org.givre.devices.driver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One motion that a robot has done, with the device's own times in whole microseconds.
 *
 * @param from level where it began, for {@code MOVE}
 * @param to level where it ended, for {@code MOVE}; the level concerned for {@code SETTLE, EJECT,
 *     INSERT, PICK, PLACE}; 0 otherwise
 * @param tube barcode for {@code PICK, PLACE, UNLOAD}, if the tube was moved; empty otherwise
 */
public record Motion(Kind kind, Instant start, Instant end, int from, int to, String tube) {
  public Motion {
    start = start.truncatedTo(ChronoUnit.MICROS);
    end = end.truncatedTo(ChronoUnit.MICROS);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "A motion ends when it has begun or later; found %s from %s to %s"
              .formatted(kind, start, end));
    }
  }

  /** What a robot's elementary motions are. */
  public enum Kind {
    TRAVEL,
    ROTATE,
    GRIP,
    MOVE,
    SETTLE,
    EJECT,
    INSERT,
    PICK,
    PLACE,
    RELEASE,
    DOCK,
    UNLOAD
  }
}
