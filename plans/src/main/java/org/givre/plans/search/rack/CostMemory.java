package org.givre.plans.search.rack;

import java.util.Arrays;

/** Costs already worked out for one rack, by its counts per level. */
final class CostMemory {
  /** Beyond this many entries it starts afresh, so that a long search stays small. */
  private static final int MOST_ENTRIES = 1 << 12;

  private static final int FEWEST_SLOTS = 16;

  /** Empty until there is something to remember. */
  private long[] keys = {};

  private double[] costs = {};
  private int entries;

  /** A 64-bit mixture of all counts; never 0. Two different counts share one with odds of 2^-64. */
  static long key(int[][] counts) {
    long key = 0x9E3779B97F4A7C15L;
    for (int[] group : counts) {
      for (int level = 1; level < group.length; level++) {
        key = (key ^ group[level]) * 0xD6E8FEB86659FD93L;
        key ^= key >>> 32;
      }
    }
    return key == 0 ? 1 : key;
  }

  /** The cost, or NaN when it is not known. */
  double get(long key) {
    if (entries == 0) {
      return Double.NaN;
    }
    int mask = keys.length - 1;
    for (int slot = (int) key & mask; keys[slot] != 0; slot = (slot + 1) & mask) {
      if (keys[slot] == key) {
        return costs[slot];
      }
    }
    return Double.NaN;
  }

  void put(long key, double cost) {
    if (entries >= MOST_ENTRIES) {
      clear();
    } else if (2 * entries >= keys.length) {
      grow();
    }
    insert(key, cost);
    entries++;
  }

  void clear() {
    Arrays.fill(keys, 0);
    entries = 0;
  }

  private void insert(long key, double cost) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    costs[slot] = cost;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldCosts = costs;
    int slots = Math.max(FEWEST_SLOTS, 2 * oldKeys.length);
    keys = new long[slots];
    costs = new double[slots];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        insert(oldKeys[i], oldCosts[i]);
      }
    }
  }
}
