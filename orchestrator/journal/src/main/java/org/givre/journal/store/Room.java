package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.givre.journal.store.JournalRefusal.Reason;

/**
 * The room that a disk must have while LevelDB writes there and no {@link DiskGuard} watches: on a
 * full disk LevelDB's memory-mapped files would kill the process.
 */
final class Room {
  private final Path directory;
  private final long floor;

  private Room(Path directory, long floor) {
    this.directory = directory;
    this.floor = floor;
  }

  /** The room of a journal's disk; the directory need not be there yet. */
  static Room of(StoreSettings settings) {
    var directory = settings.directory().toAbsolutePath();
    while (directory.getParent() != null && !Files.exists(directory)) {
      directory = directory.getParent();
    }
    return new Room(directory, settings.disk().floor());
  }

  /**
   * Looks at the disk before so many bytes are written.
   *
   * @throws JournalRefusal when less than the floor would be left
   */
  void require(long bytes) {
    var free = freeBytes();
    if (floor > 0 && free - bytes < floor) {
      throw new JournalRefusal(
          Reason.DISK_FULL,
          "The disk of %s has %d bytes left; %d are needed here, and %d must stay free for LevelDB. Make room and begin again."
              .formatted(directory, free, bytes, floor));
    }
  }

  private long freeBytes() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }
}
