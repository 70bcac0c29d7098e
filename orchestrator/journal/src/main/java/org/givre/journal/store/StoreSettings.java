package org.givre.journal.store;

import java.nio.file.Path;

/**
 * How a store is kept.
 *
 * @param directory the journal's own
 * @param keyDirectory where the signing key is; may be on another disk
 * @param archive when old blocks leave LevelDB
 */
public record StoreSettings(
    Path directory,
    Path keyDirectory,
    LevelDbSettings levelDb,
    CommitSettings commits,
    DiskSettings disk,
    ArchiveSettings archive) {

  /** Without archiving. */
  public StoreSettings(
      Path directory,
      Path keyDirectory,
      LevelDbSettings levelDb,
      CommitSettings commits,
      DiskSettings disk) {
    this(directory, keyDirectory, levelDb, commits, disk, ArchiveSettings.off());
  }

  public StoreSettings withArchive(ArchiveSettings other) {
    return new StoreSettings(directory, keyDirectory, levelDb, commits, disk, other);
  }

  public StoreSettings {
    var unasked = levelDb.unaskedBytes();
    if (disk.floor() > 0 && disk.floor() < unasked) {
      throw new IllegalArgumentException(
          "LevelDB may write %d bytes without being asked with a write buffer of %d; the disk's floor is %d. Raise the floor, or give a smaller write buffer."
              .formatted(unasked, levelDb.writeBufferBytes(), disk.floor()));
    }
  }

  /** The usual ones; the signing key stays in the journal's directory. */
  public static StoreSettings usual(Path directory) {
    return new StoreSettings(
        directory,
        directory,
        LevelDbSettings.usual(),
        CommitSettings.usual(),
        DiskSettings.usual());
  }
}
