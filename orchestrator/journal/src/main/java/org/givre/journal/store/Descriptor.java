package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * LevelDB's list of its tables, {@code MANIFEST-...}: a log of changes. LevelDB refuses one whose
 * last record, not yet synced, was torn by a power cut. Format of a log: blocks of 32,768 bytes;
 * records of a masked CRC32C (4), a length (2), a type (1) and as many bytes, little-endian; a rest
 * of a block below 7 bytes is filled with zeros (LevelDB's doc/log_format).
 */
final class Descriptor {
  private static final int BLOCK = 32_768;
  private static final int HEAD = 7;
  private static final int MASK_DELTA = 0xa282ead8;

  private Descriptor() {}

  /** The descriptor that a database uses; empty when it names none. */
  static Optional<Path> of(Path database) throws IOException {
    var current = database.resolve("CURRENT");
    if (!Files.exists(current)) {
      return Optional.empty();
    }
    var name = Files.readString(current, ISO_8859_1).strip();
    return name.matches("MANIFEST-[0-9]{6,18}")
        ? Optional.of(database.resolve(name)).filter(Files::isRegularFile)
        : Optional.empty();
  }

  /**
   * Cuts a descriptor before its last record when that is torn; returns whether it was. When
   * anything whole comes after what cannot be read, that is damage, and stays.
   */
  static boolean cutTorn(Path file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    var end = whole(bytes);
    if (isZero(bytes, end) || hasRecord(bytes, end + 1)) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      channel.force(true);
    }
    return true;
  }

  /** Numbers of files that were made since are greater. */
  static long number(Path file) {
    return Long.parseLong(file.getFileName().toString().substring("MANIFEST-".length()));
  }

  /** LevelDB makes its files longer before it writes. */
  private static boolean isZero(ByteBuffer bytes, int from) {
    for (var at = from; at < bytes.limit(); at++) {
      if (bytes.get(at) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasRecord(ByteBuffer bytes, int from) {
    for (var at = from; at <= bytes.limit() - HEAD; at++) {
      if (bytes.get(at + 6) != 0 && isRecord(bytes, at, BLOCK - at % BLOCK)) {
        return true;
      }
    }
    return false;
  }

  /** Length of the part that can be read. */
  private static int whole(ByteBuffer bytes) {
    var at = 0;
    while (bytes.limit() - at >= HEAD) {
      var left = BLOCK - at % BLOCK;
      if (left < HEAD) {
        at += left;
      } else if (isRecord(bytes, at, left)) {
        at += HEAD + length(bytes, at);
      } else {
        return at;
      }
    }
    return Math.min(at, bytes.limit());
  }

  private static int length(ByteBuffer bytes, int at) {
    return bytes.getShort(at + 4) & 0xffff;
  }

  private static boolean isRecord(ByteBuffer bytes, int at, int left) {
    var length = length(bytes, at);
    if (HEAD + length > Math.min(left, bytes.limit() - at)) {
      return false;
    }
    var checksum = new CRC32C();
    checksum.update(bytes.slice(at + 6, 1 + length));
    return bytes.getInt(at) == masked((int) checksum.getValue());
  }

  private static int masked(int checksum) {
    return Integer.rotateRight(checksum, 15) + MASK_DELTA;
  }
}
