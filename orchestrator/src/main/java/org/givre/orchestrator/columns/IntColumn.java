package org.givre.orchestrator.columns;

import java.util.Arrays;

/**
 * A growing list of numbers without boxes, in segments: growing never copies more than one of them.
 * Not thread-safe.
 */
public final class IntColumn {
  private static final int SEGMENT_BITS = 15;

  /** 128 KiB a segment: far below what a collector treats as huge. */
  private static final int SEGMENT = 1 << SEGMENT_BITS;

  /** What a column has at first; most stores are small. */
  private static final int FIRST = 1 << 8;

  private int[][] segments = {new int[FIRST]};
  private int size;

  public int size() {
    return size;
  }

  public int get(int index) {
    return segments[index >>> SEGMENT_BITS][index & (SEGMENT - 1)];
  }

  public void set(int index, int value) {
    segments[index >>> SEGMENT_BITS][index & (SEGMENT - 1)] = value;
  }

  public void add(int value) {
    var segment = size >>> SEGMENT_BITS;
    if (segment == segments.length) {
      segments = Arrays.copyOf(segments, segment + 1);
      segments[segment] = new int[SEGMENT];
    } else if ((size & (SEGMENT - 1)) == segments[segment].length) {
      segments[segment] = Arrays.copyOf(segments[segment], 2 * segments[segment].length);
    }
    set(size, value);
    size++;
  }
}
