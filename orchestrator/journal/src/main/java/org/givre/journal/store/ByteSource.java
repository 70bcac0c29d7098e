package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads what a {@link ByteSink} wrote. Not thread-safe. */
final class ByteSource {
  private final byte[] bytes;
  private final int end;
  private int position;

  ByteSource(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  ByteSource(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.position = from;
    this.end = end;
  }

  /** Bytes that do not mean what they should; never leaves the store: readers say where it was. */
  static final class Malformed extends RuntimeException {
    Malformed(String what) {
      super(what);
    }
  }

  private int claim(int length) {
    if (length < 0 || length > end - position) {
      throw new Malformed("%d bytes are wanted at byte %d of %d".formatted(length, position, end));
    }
    var at = position;
    position += length;
    return at;
  }

  int takeByte() {
    return bytes[claim(1)];
  }

  int takeInt() {
    return ByteBuffer.wrap(bytes).getInt(claim(Integer.BYTES));
  }

  long takeLong() {
    return ByteBuffer.wrap(bytes).getLong(claim(Long.BYTES));
  }

  long takeVarint() {
    var value = 0L;
    for (var shift = 0; shift < 64; shift += 7) {
      var next = bytes[claim(1)];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new Malformed("A number of more than ten bytes ends at byte %d".formatted(position));
  }

  /** A count or a length: a whole number that fits what is left when each takes a byte. */
  int takeCount() {
    var count = takeVarint();
    if (count < 0 || count > end - position) {
      throw new Malformed(
          "%d of something are said to follow; %d bytes are left".formatted(count, left()));
    }
    return (int) count;
  }

  byte[] takeBytes(int length) {
    var at = claim(length);
    return Arrays.copyOfRange(bytes, at, at + length);
  }

  byte[] takeSized() {
    return takeBytes(takeCount());
  }

  String takeText() {
    var length = takeCount();
    return new String(bytes, claim(length), length, UTF_8);
  }

  int left() {
    return end - position;
  }
}
