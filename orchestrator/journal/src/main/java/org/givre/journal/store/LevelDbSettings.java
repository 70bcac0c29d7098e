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

  /** The native port, uncompressed: payloads are small, and hashes do not compress. */
  public static LevelDbSettings usual() {
    return new LevelDbSettings(
        "org.fusesource.leveldbjni.JniDBFactory", 32 << 20, 16 << 10, 64L << 20, 500, false);
  }
}
