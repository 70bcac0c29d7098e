package org.givre.orchestrator.view;

import java.util.Arrays;

/** A growing list of numbers without boxes. Not thread-safe. */
final class IntColumn {
  private int[] values = new int[1 << 10];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, size / 2));
    }
    values[size++] = value;
  }
}
