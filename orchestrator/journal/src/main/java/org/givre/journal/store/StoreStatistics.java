package org.givre.journal.store;

import java.time.Duration;
import java.util.List;

/**
 * How big a store is and what it is made of.
 *
 * @param format version of its format
 * @param lastOffset of the last event, which is the number of all events
 * @param levels LevelDB's own account of its levels, for people
 */
public record StoreStatistics(
    String format,
    StoreId store,
    long lastOffset,
    int persistenceIds,
    int tags,
    Bytes bytes,
    Anchored anchored,
    Keys keys,
    String levels) {

  /**
   * On disk.
   *
   * @param ledger in LevelDB's tables, about; what is in its log only is not counted
   * @param copies the same of what is kept for replay
   * @param byTag the same of the records of tags
   * @param archive of the archive's files
   */
  public record Bytes(
      long ledger, long copies, long byTag, long levelDb, long archive, long snapshots) {}

  /**
   * The last signed head.
   *
   * @param age since it was signed; a journal at rest signs no new ones
   */
  public record Anchored(long offset, Duration age) {}

  /**
   * Ids of signing keys.
   *
   * @param restored of {@code all} those that came with a restore
   */
  public record Keys(String current, List<String> all, List<String> restored) {
    public Keys {
      all = List.copyOf(all);
      restored = List.copyOf(restored);
    }
  }
}
