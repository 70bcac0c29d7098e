package org.givre.journal.store;

import java.util.HexFormat;

/**
 * A part of the chain that is kept in a file of its own, see {@link SegmentWriter} for its bytes.
 *
 * @param before where the chain was before the first block
 * @param after where it is after the last
 * @param fileBytes size of the file
 * @param fileHash SHA-256 of the file up to the hash at its end
 */
record Segment(ChainPoint before, ChainPoint after, long fileBytes, byte[] fileHash) {
  static final String SUFFIX = ".blocks";

  /** Offset of the first event, or of the next to come where there is none. */
  long firstOffset() {
    return before.lastOffset() + 1;
  }

  /** Names sort in the order of the chain. */
  String fileName() {
    return fileName(before);
  }

  static String fileName(ChainPoint before) {
    return "%019d-%010d%s".formatted(before.lastOffset() + 1, before.run(), SUFFIX);
  }

  /** As LevelDB keeps it: both points, size, hash, CRC32C begun with the key. */
  byte[] encode(byte[] seed) {
    var sink = after.to(before.to(new ByteSink(192)));
    return sink.putLong(fileBytes).putBytes(fileHash).putChecksum(seed).toBytes();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws ByteSource.Malformed when this is none
   */
  static Segment parse(byte[] seed, byte[] bytes) {
    if (!Checksum.holds(seed, bytes)) {
      throw new ByteSource.Malformed("the record of an archived segment has a wrong checksum");
    }
    var source = new ByteSource(bytes);
    return new Segment(
        ChainPoint.from(source),
        ChainPoint.from(source),
        source.takeLong(),
        source.takeBytes(Sha256.LENGTH));
  }

  @Override
  public String toString() {
    return "%s to offset %d, SHA-256 %s"
        .formatted(fileName(), after.lastOffset(), HexFormat.of().formatHex(fileHash));
  }
}
