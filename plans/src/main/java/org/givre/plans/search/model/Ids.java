package org.givre.plans.search.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Where in its list each id stands. Ids are mostly dense, so a table serves them all. */
final class Ids {
  /** A table may be so many times as long as the list. */
  private static final int MOST_GAPS = 4;

  static final int NONE = -1;

  private final int[] table;
  private final Map<Integer, Integer> others = new HashMap<>();

  private Ids(int length) {
    this.table = new int[length];
    Arrays.fill(table, NONE);
  }

  static <T> Ids of(List<T> values, ToIntFunction<T> id) {
    var ids = new Ids(MOST_GAPS * values.size());
    for (int i = 0; i < values.size(); i++) {
      int value = id.applyAsInt(values.get(i));
      if (value >= 0 && value < ids.table.length) {
        ids.table[value] = i;
      } else {
        ids.others.put(value, i);
      }
    }
    return ids;
  }

  /** The place of {@code id}; {@link #NONE} if it is not in the list. */
  int find(int id) {
    return id >= 0 && id < table.length ? table[id] : others.getOrDefault(id, NONE);
  }

  /** The place of {@code id}, which must be in the list. */
  int index(int id) {
    int index = find(id);
    if (index == NONE) {
      throw new IllegalStateException("Id " + id + " passed the instance's reference check");
    }
    return index;
  }
}
