package org.givre.journal.store;

import java.util.List;

/**
 * Events of one persistence id that are stored together or not at all.
 *
 * @param events one or more, by rising sequence number
 */
public record AtomicWrite(String persistenceId, List<NewEvent> events) {
  public AtomicWrite {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A write of %s has no events".formatted(persistenceId));
    }
    var last = 0L;
    for (var event : events) {
      if (event.sequenceNumber() <= last) {
        throw new IllegalArgumentException(
            "Events of %s must have rising sequence numbers; found %d after %d"
                .formatted(persistenceId, event.sequenceNumber(), last));
      }
      last = event.sequenceNumber();
    }
  }

  long first() {
    return events.get(0).sequenceNumber();
  }

  long last() {
    return events.get(events.size() - 1).sequenceNumber();
  }

  boolean isUntagged() {
    for (var event : events) {
      if (!event.tags().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of all payloads. */
  public long payloadBytes() {
    var sum = 0L;
    for (var event : events) {
      sum += event.payload().length;
    }
    return sum;
  }
}
