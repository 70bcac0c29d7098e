package org.givre.orchestrator.columns;

import java.util.Arrays;

/** A growing list of bytes in segments, like {@link IntColumn}. Not thread-safe. */
final class ByteColumn {
  private static final int SEGMENT_BITS = 17;

  /** 128 KiB, like the segments of numbers. */
  private static final int SEGMENT = 1 << SEGMENT_BITS;

  private static final int FIRST = 1 << 10;

  private byte[][] segments = {new byte[FIRST]};
  private int size;

  int size() {
    return size;
  }

  /** From 0 to 255. */
  int get(int index) {
    return segments[index >>> SEGMENT_BITS][index & (SEGMENT - 1)] & 0xff;
  }

  void set(int index, int value) {
    segments[index >>> SEGMENT_BITS][index & (SEGMENT - 1)] = (byte) value;
  }

  void add(int value) {
    var segment = size >>> SEGMENT_BITS;
    if (segment == segments.length) {
      segments = Arrays.copyOf(segments, segment + 1);
      segments[segment] = new byte[SEGMENT];
    } else if ((size & (SEGMENT - 1)) == segments[segment].length) {
      segments[segment] = Arrays.copyOf(segments[segment], 2 * segments[segment].length);
    }
    set(size, value);
    size = Math.addExact(size, 1);
  }
}
