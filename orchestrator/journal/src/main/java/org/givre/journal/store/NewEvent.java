package org.givre.journal.store;

import java.util.List;

/**
 * An event that is to be stored.
 *
 * @param sequenceNumber of its persistence id, from 1; greater than every one before it
 * @param payload opaque to the store; must not be changed by the caller any more
 * @param tags sorted, without repeats
 */
public record NewEvent(long sequenceNumber, byte[] payload, List<String> tags) {
  public NewEvent {
    if (sequenceNumber < 1) {
      throw new IllegalArgumentException(
          "Sequence numbers begin with 1; found %d".formatted(sequenceNumber));
    }
    tags = List.copyOf(tags);
  }
}
