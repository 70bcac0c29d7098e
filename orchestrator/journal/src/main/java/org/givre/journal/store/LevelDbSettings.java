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

  /**
   * What one compaction may take beside what is there, before it gives its input back: as many
   * tables of the size of the write buffer as LevelDB lets wait (12) with a few more on their way,
   * and of the lower levels what its own limit for one compaction (50 MiB) and the size of the
   * first level (10 MiB) allow.
   */
  public long compactionBytes() {
    return 16L * writeBufferBytes + (64L << 20);
  }

  /**
   * The native port, uncompressed: payloads are small, and hashes do not compress. The write buffer
   * is as great as the usual floor of free space allows: see {@link #compactionBytes}.
   */
  public static LevelDbSettings usual() {
    return new LevelDbSettings(
        "org.fusesource.leveldbjni.JniDBFactory", 8 << 20, 16 << 10, 64L << 20, 500, false);
  }
}
