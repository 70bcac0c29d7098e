package org.givre.journal.store;

/**
 * Where a page of events ends: when it has as many events, or as many bytes of them, whichever
 * comes first. It has at least one event, when there is one; the last write or block that is read
 * may lead beyond the bytes.
 */
public record PageLimit(int events, long bytes) {
  /** Events, however large they are. */
  public static PageLimit events(int events) {
    return new PageLimit(events, Long.MAX_VALUE);
  }

  boolean isReached(long foundEvents, long foundBytes) {
    return foundEvents >= events || foundBytes >= bytes;
  }
}
