package org.givre.journal.store;

import java.util.zip.CRC32C;

/** CRC32C (Castagnoli; RFC 3720, appendix B.4), begun with bytes that name whose record it is. */
final class Checksum {
  private Checksum() {}

  static int of(byte[] seed, byte[] bytes, int from, int length) {
    var checksum = new CRC32C();
    checksum.update(seed);
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }

  /** Whether the last four bytes of {@code record} are the checksum of those before. */
  static boolean holds(byte[] seed, byte[] record) {
    var end = record.length - Integer.BYTES;
    return end >= 0
        && new ByteSource(record, end, record.length).takeInt() == of(seed, record, 0, end);
  }
}
