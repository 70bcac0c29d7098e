package org.givre.journal.store;

/**
 * A persistence id and what is known of it without reading. The committing threads write, any
 * thread reads.
 */
final class Owner {
  private final int number;
  private final String persistenceId;

  /** Of what is durable. */
  private volatile long highest;

  private volatile long deletedTo;

  /** The same, of a deletion that is under way too. */
  private volatile long deletingTo;

  /** Of what is in the block that is being gathered too; of whoever gathers. */
  private long pending;

  Owner(int number, String persistenceId) {
    this.number = number;
    this.persistenceId = persistenceId;
  }

  int number() {
    return number;
  }

  String persistenceId() {
    return persistenceId;
  }

  /** The highest sequence number that is durable; 0: none. */
  long highest() {
    return highest;
  }

  /** Events up to this sequence number are no longer replayed; 0: all are. */
  long deletedTo() {
    return deletedTo;
  }

  /**
   * Events up to this sequence number may be gone already, though their deletion is not known to be
   * durable; never less than {@link #deletedTo}.
   */
  long deletingTo() {
    return deletingTo;
  }

  long pending() {
    return pending;
  }

  void pending(long sequenceNumber) {
    pending = sequenceNumber;
  }

  /** What was found when the store was opened. */
  void committed(long sequenceNumber) {
    highest = sequenceNumber;
    pending = Math.max(pending, sequenceNumber);
  }

  /** A block was made durable; the next may have been begun. */
  void durable(long sequenceNumber) {
    highest = sequenceNumber;
  }

  /** A deletion is about to be written. */
  void deleting(long toSequenceNumber) {
    deletingTo = Math.max(deletingTo, toSequenceNumber);
  }

  void deleted(long toSequenceNumber) {
    deleting(toSequenceNumber);
    deletedTo = Math.max(deletedTo, toSequenceNumber);
  }
}
