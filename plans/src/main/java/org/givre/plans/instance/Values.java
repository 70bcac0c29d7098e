package org.givre.plans.instance;

/** Range checks that name the field. */
final class Values {
  private Values() {}

  static void atLeastZero(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be a finite number of at least 0, not %s".formatted(field, value));
    }
  }

  static void positive(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be a finite number above 0, not %s".formatted(field, value));
    }
  }

  static void finite(String field, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s must be finite, not %s".formatted(field, value));
    }
  }

  static void atLeast(String field, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, not %d".formatted(field, least, value));
    }
  }
}
