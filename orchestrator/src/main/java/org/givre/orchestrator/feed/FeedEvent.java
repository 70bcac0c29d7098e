package org.givre.orchestrator.feed;

import java.time.Instant;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;

/**
 * An event at its place in the journal's total order.
 *
 * @param offset rises from event to event; gaps are allowed
 * @param persistenceId whose event it is, such as {@code rack|D1-R03}
 * @param sequenceNr its number among the events of that owner, from 1
 */
public record FeedEvent(long offset, String persistenceId, long sequenceNr, Recorded<?> recorded) {
  public FeedEvent {
    if (persistenceId.indexOf('|') < 1) {
      throw new IllegalArgumentException(
          "A persistence id is a kind and a name such as rack|D1-R03; found \"%s\""
              .formatted(persistenceId));
    }
  }

  /** Name of the rack, picker, dewar, port, job or dispatcher that it happened to. */
  public String owner() {
    return persistenceId.substring(persistenceId.indexOf('|') + 1);
  }

  /** What kind of owner that is: rack, picker, dewar, port, job, dispatch or session. */
  public String kind() {
    return persistenceId.substring(0, persistenceId.indexOf('|'));
  }

  public JournalEvent event() {
    return recorded.event();
  }

  /** Engine time when it was journalled. */
  public Instant at() {
    return recorded.engineTime();
  }
}
