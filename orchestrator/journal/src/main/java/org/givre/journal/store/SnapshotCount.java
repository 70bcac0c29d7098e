package org.givre.journal.store;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the LevelDB of snapshots says of itself, written with every change. No chain leads through
 * snapshots; this tells when some are missing, or are there again after they were deleted.
 *
 * @param changes how many there were
 * @param records which there are: the exclusive or of the first 8 bytes of the SHA-256 of their
 *     keys
 */
record SnapshotCount(long changes, long records) {
  private static final int LENGTH = 2 * Long.BYTES + Integer.BYTES;

  /** Nothing was ever changed. */
  static final SnapshotCount NONE = new SnapshotCount(0, 0);

  /** What a database says; none when it says nothing that can be read. */
  static SnapshotCount of(LevelDb db, StoreId store) {
    return db.get(SnapshotKeys.changes()).flatMap(found -> parse(store, found)).orElse(NONE);
  }

  private static Optional<SnapshotCount> parse(StoreId store, byte[] found) {
    if (found.length != LENGTH || !Checksum.holds(store.bytes(), found)) {
      return Optional.empty();
    }
    var source = new ByteSource(found);
    return Optional.of(new SnapshotCount(source.takeLong(), source.takeLong()));
  }

  byte[] encode(byte[] store) {
    return new ByteSink(LENGTH).putLong(changes).putLong(records).putChecksum(store).toBytes();
  }

  /**
   * Whether the records of a database are those that were counted.
   *
   * @throws org.iq80.leveldb.DBException when they cannot be read
   */
  boolean holds(LevelDb db) {
    var found = new long[1];
    db.scan(
        SnapshotKeys.allRecords(),
        false,
        (key, value) -> {
          var isOne = SnapshotKeys.startsWith(SnapshotKeys.allRecords(), key);
          found[0] ^= isOne ? hash(key) : 0;
          return isOne;
        });
    return found[0] == records;
  }

  /** After one more change, by which those records have come or gone. */
  SnapshotCount next(Iterable<byte[]> keys) {
    var changed = records;
    for (var key : keys) {
      changed ^= hash(key);
    }
    return new SnapshotCount(changes + 1, changed);
  }

  private static long hash(byte[] key) {
    return ByteBuffer.wrap(Sha256.of(key)).getLong();
  }
}
