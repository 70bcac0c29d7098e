package org.givre.devices.sim;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.givre.protocols.world.v1.WorldRecord;

/**
 * How records lie in a file. It begins with {@code GIVREWLD} and the format's version (4 bytes);
 * then each record: length (4 bytes), CRC32C of those four bytes, CRC32C of the record, the record
 * in {@code world/v1} protobuf. Numbers are big-endian. The length has a sum of its own so that a
 * flipped bit in it is not taken for a record that was not written to its end.
 */
final class LogFrames implements AutoCloseable {
  private static final byte[] MAGIC = "GIVREWLD".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES;
  private static final int FRAME_BYTES = 3 * Integer.BYTES;

  private final Path path;
  private final FileChannel file;

  /** Who is told of every record. */
  @FunctionalInterface
  interface Reader {
    /**
     * Takes a record in.
     *
     * @param at where the record lies, for {@link #record}
     */
    void take(long at, WorldRecord record);
  }

  LogFrames(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  static ByteBuffer header() {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(VERSION).flip();
  }

  static ByteBuffer frame(byte[] record) {
    return ByteBuffer.allocate(FRAME_BYTES + record.length)
        .putInt(record.length)
        .putInt(sumOfLength(record.length))
        .putInt(sum(ByteBuffer.wrap(record)))
        .put(record)
        .flip();
  }

  /**
   * Gives every record to {@code reader}, in order. Answers where the next one belongs: the end of
   * the file, or less if its last record was not written to its end. Refuses a file that is damaged
   * elsewhere.
   */
  long read(Reader reader) throws IOException {
    var size = file.size();
    if (!checkHeader(size)) {
      return 0;
    }
    var at = (long) HEADER_BYTES;
    while (size - at >= FRAME_BYTES) {
      var head = bytes(at, FRAME_BYTES);
      var length = head.getInt();
      if (head.getInt() != sumOfLength(length)) {
        return endOrRefuse(at, size);
      }
      if (size - at - FRAME_BYTES < length) {
        return at;
      }
      reader.take(at, record(at, length, head.getInt()));
      at += FRAME_BYTES + length;
    }
    return at;
  }

  /** The record that lies at {@code at}, once more. */
  WorldRecord record(long at) {
    try {
      var head = bytes(at, FRAME_BYTES);
      var length = head.getInt();
      if (head.getInt() != sumOfLength(length)) {
        throw damaged(at);
      }
      return record(at, length, head.getInt());
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read any more".formatted(path), failure);
    }
  }

  private WorldRecord record(long at, int length, int sum) throws IOException {
    var record = bytes(at + FRAME_BYTES, length);
    if (sum != sum(record.duplicate())) {
      throw damaged(at);
    }
    try {
      return WorldRecord.parseFrom(record);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException(
          "%s holds a record that is none of the world's; restore it from a backup".formatted(path),
          malformed);
    }
  }

  private boolean checkHeader(long size) throws IOException {
    var found = bytes(0, (int) Math.min(size, HEADER_BYTES));
    var expected = header().limit(found.limit());
    if (found.mismatch(expected) != -1) {
      throw new IllegalStateException(
          "%s is not a world's log of format version %d; choose another directory"
              .formatted(path, VERSION));
    }
    return size >= HEADER_BYTES;
  }

  /** Space that a power cut left unwritten, up to the end, is an end; all else is damage. */
  private long endOrRefuse(long at, long size) throws IOException {
    for (var rest = at; rest < size; rest++) {
      if (bytes(rest, 1).get() != 0) {
        throw damaged(at);
      }
    }
    return at;
  }

  private IllegalStateException damaged(long at) {
    return new IllegalStateException(
        "%s is damaged at byte %d: the record there does not match its checksum."
                .formatted(path, at)
            + " Nothing was changed; restore the directory from a backup");
  }

  private ByteBuffer bytes(long at, int count) throws IOException {
    var bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("%s became shorter while it was read".formatted(path));
      }
    }
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static int sumOfLength(int length) {
    return sum(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
  }

  private static int sum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
