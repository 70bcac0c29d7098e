package org.givre.orchestrator.columns;

/**
 * A growing list of numbers from 0 on of which most are small: one byte each, and five for those of
 * 255 and more. Not thread-safe.
 */
final class SmallColumn {
  /** Says that the number stands among the large ones. */
  private static final int LARGE = 255;

  private final ByteColumn values = new ByteColumn();
  private final IntColumn large = new IntColumn();

  /** Where the large numbers of each stretch begin. */
  private final IntColumn largeBefore = new IntColumn();

  /** Values that share one entry there: as many as are looked through for a large one. */
  private static final int STRETCH = 64;

  int size() {
    return values.size();
  }

  void add(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("Expected a number of 0 or more, found " + value);
    }
    if (values.size() % STRETCH == 0) {
      largeBefore.add(large.size());
    }
    if (value >= LARGE) {
      large.add(value);
    }
    values.add(Math.min(value, LARGE));
  }

  int get(int index) {
    var value = values.get(index);
    return value == LARGE ? large.get(largeBefore(index)) : value;
  }

  private int largeBefore(int index) {
    var stretch = index / STRETCH;
    var before = largeBefore.get(stretch);
    for (int i = stretch * STRETCH; i < index; i++) {
      if (values.get(i) == LARGE) {
        before++;
      }
    }
    return before;
  }
}
