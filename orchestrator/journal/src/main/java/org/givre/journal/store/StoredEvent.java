package org.givre.journal.store;

import java.util.List;

/**
 * An event as it was stored.
 *
 * @param offset its place in the one order of all events, from 1, without gaps
 * @param sequenceNumber its place among the events of its persistence id
 * @param tags sorted; empty where events are read by persistence id
 */
public record StoredEvent(
    long offset, String persistenceId, long sequenceNumber, byte[] payload, List<String> tags) {
  public StoredEvent {
    tags = List.copyOf(tags);
  }
}
