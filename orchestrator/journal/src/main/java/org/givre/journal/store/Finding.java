package org.givre.journal.store;

/**
 * Something that is not as it was written.
 *
 * @param offset of the first event that it concerns
 */
public record Finding(Kind kind, long offset, String what) {
  /** Which part of the journal. */
  public enum Kind {
    /** The chain of blocks: events are missing or changed. */
    LEDGER,
    /** A signed head of the past, or the last commit this machine knows of, is not on the chain. */
    HEAD,
    /** The file {@code anchor} has no signed head; everything else may be whole. */
    NO_ANCHOR,
    /** What is kept for replay is not what the ledger says. */
    COPY,
    /** The records by tag are not what the ledger says. */
    TAG,
    /** The checkpoint is not what the ledger says; the next start can be wrong. */
    CHECKPOINT,
    /** A snapshot cannot be read. */
    SNAPSHOT,
    /** LevelDB has an entry that nothing accounts for. */
    SURPLUS
  }

  @Override
  public String toString() {
    return "%s at offset %d: %s".formatted(kind, offset, what);
  }
}
