package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys of the LevelDB of snapshots.
 *
 * <pre>
 * 'M' persistence id (length (4), UTF-8), sequence number (8)       what is said of a snapshot
 * 'C' the same, save (8), index (4)                                 a chunk of its content
 * 'U' the same, save (8)                                            its saving has begun
 * 'N'                                                               see {@link SnapshotCount}
 * </pre>
 *
 * Sequence numbers are subtracted from the greatest, so that the newest comes first.
 */
final class SnapshotKeys {
  private static final byte RECORD = 'M';
  private static final byte CHUNK = 'C';
  private static final byte UNFINISHED = 'U';

  private SnapshotKeys() {}

  static byte[] changes() {
    return new byte[] {'N'};
  }

  /** What keys of all records of a persistence id begin with. */
  static byte[] records(String persistenceId) {
    return prefix(RECORD, persistenceId, 0).array();
  }

  /** What keys of all records begin with. */
  static byte[] allRecords() {
    return new byte[] {RECORD};
  }

  /** The persistence id in the key of a record. */
  static String persistenceId(byte[] recordKey) {
    return new String(
        recordKey, 1 + Integer.BYTES, recordKey.length - 1 - Integer.BYTES - Long.BYTES, UTF_8);
  }

  static byte[] record(String persistenceId, long sequenceNumber) {
    return prefix(RECORD, persistenceId, Long.BYTES)
        .putLong(Long.MAX_VALUE - sequenceNumber)
        .array();
  }

  /** What keys of all chunks of a snapshot begin with, of whichever save. */
  static byte[] chunks(SnapshotName name) {
    return prefix(CHUNK, name.persistenceId(), Long.BYTES)
        .putLong(Long.MAX_VALUE - name.sequenceNumber())
        .array();
  }

  /** What keys of all chunks of one save begin with. */
  static byte[] chunks(SnapshotName name, long save) {
    return chunksOfUnfinished(unfinished(name, save));
  }

  static byte[] chunk(SnapshotName name, long save, int index) {
    return prefix(CHUNK, name.persistenceId(), 2 * Long.BYTES + Integer.BYTES)
        .putLong(Long.MAX_VALUE - name.sequenceNumber())
        .putLong(save)
        .putInt(index)
        .array();
  }

  static byte[] unfinished(SnapshotName name, long save) {
    return prefix(UNFINISHED, name.persistenceId(), 2 * Long.BYTES)
        .putLong(Long.MAX_VALUE - name.sequenceNumber())
        .putLong(save)
        .array();
  }

  /** What keys of all marks of unfinished saves begin with. */
  static byte[] allUnfinished() {
    return new byte[] {UNFINISHED};
  }

  /** What keys of chunks begin with that an unfinished save may have left. */
  static byte[] chunksOfUnfinished(byte[] unfinished) {
    var prefix = unfinished.clone();
    prefix[0] = CHUNK;
    return prefix;
  }

  private static ByteBuffer prefix(byte kind, String persistenceId, int more) {
    var id = persistenceId.getBytes(UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + id.length + more)
        .put(kind)
        .putInt(id.length)
        .put(id);
  }

  static boolean startsWith(byte[] prefix, byte[] key) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  static long sequenceNumber(byte[] recordKey) {
    return Long.MAX_VALUE - ByteBuffer.wrap(recordKey).getLong(recordKey.length - Long.BYTES);
  }
}
