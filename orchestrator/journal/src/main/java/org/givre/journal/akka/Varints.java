package org.givre.journal.akka;

import java.nio.ByteBuffer;

/** Whole numbers of seven bits a byte, the lowest first, and byte strings after their length. */
final class Varints {
  private Varints() {}

  /** Bytes that a number takes. */
  static int size(long value) {
    return (Long.SIZE + 6 - Long.numberOfLeadingZeros(value | 1)) / 7;
  }

  static int sizeOf(byte[] bytes) {
    return size(bytes.length) + bytes.length;
  }

  static void put(ByteBuffer into, long value) {
    var rest = value;
    while ((rest & ~0x7FL) != 0) {
      into.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    into.put((byte) rest);
  }

  static long take(ByteBuffer from) {
    var value = 0L;
    for (var shift = 0; shift < Long.SIZE; shift += 7) {
      var next = from.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("A stored number has more than ten bytes");
  }

  /** Makes numbers of small magnitude small, whatever their sign. */
  static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  static void putSized(ByteBuffer into, byte[] bytes) {
    put(into, bytes.length);
    into.put(bytes);
  }

  static byte[] takeSized(ByteBuffer from) {
    var length = take(from);
    if (length < 0 || length > from.remaining()) {
      throw new IllegalStateException(
          "%d bytes are said to follow; %d are left".formatted(length, from.remaining()));
    }
    var bytes = new byte[(int) length];
    from.get(bytes);
    return bytes;
  }
}
