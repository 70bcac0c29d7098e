package org.givre.journal.store;

/** A tag and where it was last used. The committing thread writes, any thread reads. */
final class Tag {
  private final int number;
  private final String name;

  /** Of what is durable. */
  private volatile long last;

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

  void committed(long lastOffset) {
    last = lastOffset;
  }
}
