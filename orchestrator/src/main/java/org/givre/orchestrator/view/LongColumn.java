package org.givre.orchestrator.view;

import java.util.Arrays;

/** A growing list of rising numbers without boxes. Not thread-safe. */
final class LongColumn {
  private static final int FIRST = 8;

  private long[] values = new long[FIRST];
  private int size;

  /** Adds {@code value}, which is above all before it; the last one again is harmless. */
  void add(long value) {
    if (size > 0 && values[size - 1] == value) {
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
    }
    values[size++] = value;
  }

  /** Up to {@code limit} numbers above {@code floor}, rising. */
  long[] above(long floor, int limit) {
    var found = Arrays.binarySearch(values, 0, size, floor);
    var from = found >= 0 ? found + 1 : -found - 1;
    return Arrays.copyOfRange(values, from, Math.min(size, from + limit));
  }
}
