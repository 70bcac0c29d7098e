package org.givre.devices.journal;

import java.time.Instant;
import org.givre.devices.time.EngineTime;

/**
 * An event as it is journalled: with its cause and the time, on both clocks.
 *
 * @param <E> what has happened to the entity
 */
public record Recorded<E extends JournalEvent>(
    E event, Cause cause, Instant engineTime, Instant wallTime) {
  /** Stamps an event. */
  public static <E extends JournalEvent> Recorded<E> of(E event, Cause cause, EngineTime time) {
    return new Recorded<>(event, cause, time.now(), time.wallNow());
  }
}
