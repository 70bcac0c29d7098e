package org.givre.journal.store;

/**
 * What is said of a snapshot beside its content.
 *
 * <pre>
 * format (1) = 1
 * timestamp (8), save (8), whether the journal had its events (1)
 * length of the content, length of a chunk, head with its length first
 * CRC32C (4) of the store's id, the key and all of the above
 * </pre>
 *
 * @param save number of the change that began to save it: tells its chunks from others'
 * @param isBacked whether the journal had events up to its sequence number when it was saved
 * @param length of the content, bytes
 * @param chunk length of every chunk but the last, bytes
 */
record SnapshotRecord(
    long timestampMillis, long save, boolean isBacked, long length, int chunk, byte[] head) {
  private static final int FORMAT = 1;

  byte[] encode(byte[] seed) {
    return new ByteSink(64 + head.length)
        .putByte(FORMAT)
        .putLong(timestampMillis)
        .putLong(save)
        .putByte(isBacked ? 1 : 0)
        .putVarint(length)
        .putVarint(chunk)
        .putSized(head)
        .putChecksum(seed)
        .toBytes();
  }

  /**
   * Reads a record.
   *
   * @throws ByteSource.Malformed when these are no record of this store under this key
   */
  static SnapshotRecord parse(byte[] seed, byte[] bytes) {
    if (!Checksum.holds(seed, bytes)) {
      throw new ByteSource.Malformed("a snapshot's record has a wrong checksum");
    }
    var source = new ByteSource(bytes, 0, bytes.length - Integer.BYTES);
    var format = source.takeByte();
    if (format != FORMAT) {
      throw new ByteSource.Malformed(
          "a snapshot has format %d, which is unknown".formatted(format));
    }
    return new SnapshotRecord(
        source.takeLong(),
        source.takeLong(),
        source.takeByte() == 1,
        source.takeVarint(),
        (int) source.takeVarint(),
        source.takeSized());
  }

  int chunks() {
    return (int) Math.max(1, (length + chunk - 1) / chunk);
  }
}
