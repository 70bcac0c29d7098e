package org.givre.journal.store;

/**
 * When old blocks of the ledger leave LevelDB for files of the archive. Nothing is deleted by it.
 *
 * @param keepEvents the last so many events stay in LevelDB; 0: all, nothing is archived
 * @param segmentEvents in one file, about; fewer when they are 32 MiB before
 */
public record ArchiveSettings(long keepEvents, long segmentEvents) {
  /** Bytes of one file, about: it is written and read back between two signed heads. */
  static final long SEGMENT_BYTES = 32L << 20;

  public ArchiveSettings {
    if (keepEvents < 0 || segmentEvents < 1) {
      throw new IllegalArgumentException(
          "An archive keeps 0 or more events outside (found %d) and has 1 or more in a file (found %d)"
              .formatted(keepEvents, segmentEvents));
    }
  }

  /** Everything stays in LevelDB. */
  public static ArchiveSettings off() {
    return new ArchiveSettings(0, 1_000_000);
  }

  boolean isOff() {
    return keepEvents == 0;
  }
}
