package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Grows with what is written to it. Whole numbers are big-endian. Not thread-safe. */
final class ByteSink {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  ByteSink(int capacity) {
    bytes = new byte[capacity];
  }

  private void require(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  ByteSink putByte(int value) {
    require(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteSink putInt(int value) {
    require(Integer.BYTES);
    INT.set(bytes, size, value);
    size += Integer.BYTES;
    return this;
  }

  ByteSink putLong(long value) {
    require(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
    return this;
  }

  /** Seven bits a byte, the lowest first; small numbers are short. */
  ByteSink putVarint(long value) {
    require(10);
    var rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  ByteSink putBytes(byte[] source) {
    return putBytes(source, 0, source.length);
  }

  ByteSink putBytes(byte[] source, int from, int length) {
    require(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  /** Length first. */
  ByteSink putText(String text) {
    var encoded = text.getBytes(UTF_8);
    return putVarint(encoded.length).putBytes(encoded);
  }

  ByteSink putSized(byte[] source) {
    return putVarint(source.length).putBytes(source);
  }

  /** CRC32C of everything so far, begun with {@code seed}. */
  ByteSink putChecksum(byte[] seed) {
    return putInt(Checksum.of(seed, bytes, 0, size));
  }

  /** Writes over four bytes that were written before. */
  void overwriteInt(int position, int value) {
    INT.set(bytes, position, value);
  }

  /** What was written from {@code start} on is forgotten. */
  void truncate(int start) {
    size = start;
  }

  int size() {
    return size;
  }

  /** The buffer itself: valid up to {@link #size} until the next write. */
  byte[] buffer() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
