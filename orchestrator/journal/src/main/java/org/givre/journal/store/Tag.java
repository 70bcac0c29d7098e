package org.givre.journal.store;

/** A tag and where it was last used. The committing threads write, any thread reads. */
final class Tag {
  private final int number;
  private final String name;

  /** Of what is durable. */
  private volatile long last;

  private long pending;

  Tag(int number, String name) {
    this.number = number;
    this.name = name;
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /** Last offset of the last block with an event that carries the tag; 0: none. */
  long last() {
    return last;
  }

  /** Of the last block that was sealed; of whoever gathers. */
  long pending() {
    return pending;
  }

  void pending(long lastOffset) {
    pending = lastOffset;
  }

  /** What was found when the store was opened. */
  void committed(long lastOffset) {
    last = lastOffset;
    pending = lastOffset;
  }

  /** A block was made durable; the next may have been begun. */
  void durable(long lastOffset) {
    last = lastOffset;
  }
}
