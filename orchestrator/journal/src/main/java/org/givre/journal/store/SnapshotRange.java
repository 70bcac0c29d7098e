package org.givre.journal.store;

/** Snapshots of a persistence id that are meant; all bounds are inclusive. */
public record SnapshotRange(
    long fromSequenceNumber, long toSequenceNumber, long fromMillis, long toMillis) {

  /** Every snapshot with a sequence number. */
  static SnapshotRange at(long sequenceNumber) {
    return new SnapshotRange(sequenceNumber, sequenceNumber, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  boolean hasTime(long timestampMillis) {
    return timestampMillis >= fromMillis && timestampMillis <= toMillis;
  }
}
