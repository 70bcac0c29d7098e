package org.givre.journal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A log or descriptor of LevelDB as it is on the disk. A power cut may tear what was written last
 * and not yet synced; LevelDB then refuses it. Format: blocks of 32,768 bytes; records of a masked
 * CRC32C (4), a length (2), a type (1: a whole entry; 2, 3, 4: its first, a middle, its last part)
 * and as many bytes, little-endian; a rest of a block below 7 bytes is filled with zeros (LevelDB's
 * doc/log_format).
 */
final class LogFormat {
  private static final int BLOCK = 32_768;
  private static final int HEAD = 7;
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int WHOLE = 1;
  private static final int FIRST = 2;
  private static final int MIDDLE = 3;

  private final ByteBuffer bytes;

  /** Where the first record is that cannot be read. */
  private int end;

  /** Where the last entry begins, of which a part is missing there; else the same. */
  private int wholeEnd;

  private LogFormat(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Gives each entry that can be read, or its first part, up to the first that cannot. */
  static void read(Path file, Consumer<ByteBuffer> entries) throws IOException {
    of(file, entries);
  }

  private static LogFormat of(Path file, Consumer<ByteBuffer> entries) throws IOException {
    var log = new LogFormat(ByteBuffer.wrap(Files.readAllBytes(file)));
    log.walk(entries);
    return log;
  }

  /**
   * Cuts a file before its last entry when that is torn; returns whether it was. When another entry
   * begins after what cannot be read, that is damage, and stays.
   */
  static boolean cutTorn(Path file) throws IOException {
    var log = of(file, entry -> {});
    if ((log.wholeEnd == log.end && log.isZero()) || log.beginsLater()) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(log.wholeEnd);
      channel.force(true);
    }
    return true;
  }

  private void walk(Consumer<ByteBuffer> entries) {
    var isWhole = true;
    while (bytes.limit() - end >= HEAD) {
      var left = BLOCK - end % BLOCK;
      if (left >= HEAD && !isRecord(end)) {
        break;
      }
      if (left >= HEAD) {
        wholeEnd = isWhole ? end : wholeEnd;
        isWhole = type(end) != FIRST && type(end) != MIDDLE;
        if (begins(end)) {
          entries.accept(bytes.slice(end + HEAD, length(end)).order(ByteOrder.LITTLE_ENDIAN));
        }
      }
      end += left >= HEAD ? HEAD + length(end) : left;
    }
    end = Math.min(end, bytes.limit());
    wholeEnd = isWhole ? end : wholeEnd;
  }

  /** LevelDB makes its files longer before it writes. */
  private boolean isZero() {
    for (var at = end; at < bytes.limit(); at++) {
      if (bytes.get(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean beginsLater() {
    for (var at = end + 1; at <= bytes.limit() - HEAD; at++) {
      if (begins(at) && isRecord(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(int at) {
    return type(at) == WHOLE || type(at) == FIRST;
  }

  private int type(int at) {
    return bytes.get(at + HEAD - 1);
  }

  private int length(int at) {
    return bytes.getShort(at + 4) & 0xffff;
  }

  private boolean isRecord(int at) {
    var length = length(at);
    if (HEAD + length > Math.min(BLOCK - at % BLOCK, bytes.limit() - at)) {
      return false;
    }
    var checksum = new CRC32C();
    checksum.update(bytes.slice(at + HEAD - 1, 1 + length));
    return bytes.getInt(at) == masked((int) checksum.getValue());
  }

  private static int masked(int checksum) {
    return Integer.rotateRight(checksum, 15) + MASK_DELTA;
  }
}
