package org.givre.journal.store;

/**
 * Says that a block has events with a tag.
 *
 * <pre>
 * last offset of the block before with that tag (0: none)
 * CRC32C (4) of the store's id, the key and the above
 * </pre>
 *
 * @param previous makes a missing record visible
 */
record TagRecord(long previous) {

  byte[] encode(byte[] seed) {
    return new ByteSink(16).putVarint(previous).putChecksum(seed).toBytes();
  }

  static TagRecord parse(byte[] seed, byte[] bytes) {
    if (!Checksum.holds(seed, bytes)) {
      throw new ByteSource.Malformed("a tag's record has a wrong checksum");
    }
    return new TagRecord(new ByteSource(bytes, 0, bytes.length - Integer.BYTES).takeVarint());
  }
}
