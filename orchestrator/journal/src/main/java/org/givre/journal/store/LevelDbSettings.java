package org.givre.journal.store;

/**
 * How LevelDB is used.
 *
 * @param factory class name of the {@code org.iq80.leveldb.DBFactory}: the native port, or another
 * @param writeBufferBytes gathered in memory before a table is written; a restart reads as much
 * @param blockBytes of a table's blocks, the least that is read from disk
 * @param cacheBytes of blocks in native memory
 * @param openFiles of tables, at most
 * @param compress with Snappy
 */
public record LevelDbSettings(
    String factory,
    int writeBufferBytes,
    int blockBytes,
    long cacheBytes,
    int openFiles,
    boolean compress) {

  /** Snapshots are seldom written, and read once. */
  private static final int SNAPSHOT_BUFFER = 1 << 20;

  private static final long SNAPSHOT_CACHE = 4L << 20;

  /**
   * What LevelDB may write without being asked: one compaction, of the ledger or of the snapshots,
   * since all databases of a process share one thread for it; and meanwhile the log and the table
   * of what the snapshots have in memory.
   */
  public long unaskedBytes() {
    var tableOfSnapshots = forSnapshots().writeBufferBytes() + Snapshots.CHUNK;
    return Math.max(compactionBytes(writeBufferBytes), compactionBytes(tableOfSnapshots))
        + 2L * tableOfSnapshots;
  }

  /**
   * What one compaction may take beside what is there, before it gives its input back: as many
   * tables from memory as LevelDB lets wait (12) with a few more on their way, and of the lower
   * levels what its own limit for one compaction (50 MiB) and the size of the first level (10 MiB)
   * allow.
   */
  private static long compactionBytes(int tableBytes) {
    return 16L * tableBytes + (64L << 20);
  }

  /** The same for the LevelDB of snapshots, with little memory. */
  LevelDbSettings forSnapshots() {
    return new LevelDbSettings(
        factory,
        Math.min(SNAPSHOT_BUFFER, writeBufferBytes),
        blockBytes,
        Math.min(SNAPSHOT_CACHE, cacheBytes),
        openFiles,
        compress);
  }

  /**
   * The native port, uncompressed: payloads are small, and hashes do not compress. The write buffer
   * is as great as the usual floor of free space allows: see {@link #unaskedBytes}.
   */
  public static LevelDbSettings usual() {
    return new LevelDbSettings(
        "org.fusesource.leveldbjni.JniDBFactory", 32 << 20, 16 << 10, 64L << 20, 500, false);
  }
}
