package org.givre.journal.store;

import java.nio.file.Path;

/**
 * How a store is kept.
 *
 * @param directory the journal's own
 * @param keyDirectory where the signing key is; may be on another disk
 */
public record StoreSettings(
    Path directory,
    Path keyDirectory,
    LevelDbSettings levelDb,
    CommitSettings commits,
    DiskSettings disk) {

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
