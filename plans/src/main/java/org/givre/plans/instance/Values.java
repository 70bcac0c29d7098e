package org.givre.plans.instance;

import java.util.List;
import java.util.function.Predicate;

/** Range checks that name the field. */
final class Values {
  private Values() {}

  static void atLeastZero(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new RefusedValue(field, "a finite number of at least 0", value);
    }
  }

  static void positive(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new RefusedValue(field, "a finite number above 0", value);
    }
  }

  static void finite(String field, double value) {
    if (!Double.isFinite(value)) {
      throw new RefusedValue(field, "a finite number", value);
    }
  }

  static void atLeast(String field, int least, int value) {
    if (value < least) {
      throw new RefusedValue(field, "an integer of at least " + least, value);
    }
  }

  static void below(String field, int limit, int value) {
    if (value >= limit) {
      throw new RefusedValue(field, "an integer below " + limit, value);
    }
  }

  static void onePerLevel(String list, List<?> values, int levels) {
    if (values.size() != levels) {
      throw new RefusedValue(list, levels + " entries, one per level", values.size());
    }
  }

  static <T> void each(String list, List<T> values, Predicate<T> legal, String expected) {
    for (int i = 0; i < values.size(); i++) {
      if (!legal.test(values.get(i))) {
        throw new RefusedValue("%s[%d]".formatted(list, i), expected, values.get(i));
      }
    }
  }
}
