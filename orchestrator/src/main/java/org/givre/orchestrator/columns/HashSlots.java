package org.givre.orchestrator.columns;

import java.util.function.IntPredicate;

/**
 * Numbers found by a hash: open addressing with five bytes a slot. A byte of the hash stands beside
 * each number, so that hardly any but the right one is looked at. Whoever owns the numbers puts
 * them in again after {@link #grow}; the old slots are let go before the new ones are made. Not
 * thread-safe.
 */
final class HashSlots {
  /** No such number. */
  static final int NONE = -1;

  private static final int SEGMENT_BITS = 15;
  private static final int SEGMENT = 1 << SEGMENT_BITS;
  private static final int FIRST = 1 << 8;
  private static final byte FREE = 0;

  private byte[][] tags = {};
  private int[][] numbers = {};
  private int capacity;
  private int size;

  HashSlots() {
    make(FIRST);
  }

  private void make(int slots) {
    capacity = slots;
    size = 0;
    var segments = Math.max(1, slots >>> SEGMENT_BITS);
    tags = new byte[segments][Math.min(slots, SEGMENT)];
    numbers = new int[segments][Math.min(slots, SEGMENT)];
  }

  /** The number with that hash which is the {@code wanted} one, or {@link #NONE}. */
  int find(long hash, IntPredicate wanted) {
    var tag = tag(hash);
    for (var slot = first(hash); tagAt(slot) != FREE; slot = after(slot)) {
      if (tagAt(slot) == tag && wanted.test(numberAt(slot))) {
        return numberAt(slot);
      }
    }
    return NONE;
  }

  /** Whether one more number would make looking slow: seven slots of eight are taken. */
  boolean full() {
    return size >= capacity - capacity / 8;
  }

  /** Puts in a number that is not there yet; there must be room. */
  void put(long hash, int number) {
    var slot = first(hash);
    while (tagAt(slot) != FREE) {
      slot = after(slot);
    }
    tags[slot >>> SEGMENT_BITS][slot & (SEGMENT - 1)] = tag(hash);
    numbers[slot >>> SEGMENT_BITS][slot & (SEGMENT - 1)] = number;
    size++;
  }

  /** Empties it and makes it half as large again; twice as large while it is small. */
  void grow() {
    var grown =
        capacity < SEGMENT
            ? 2 * capacity
            : Math.addExact(capacity, capacity / 2 + SEGMENT - 1) & -SEGMENT;
    tags = new byte[0][];
    numbers = new int[0][];
    make(grown);
  }

  private byte tagAt(int slot) {
    return tags[slot >>> SEGMENT_BITS][slot & (SEGMENT - 1)];
  }

  private int numberAt(int slot) {
    return numbers[slot >>> SEGMENT_BITS][slot & (SEGMENT - 1)];
  }

  /** Where the search begins: by the high bits of the hash, the tag is made of low ones. */
  private int first(long hash) {
    return (int) (((hash >>> 33) * capacity) >>> 31);
  }

  private int after(int slot) {
    return slot + 1 == capacity ? 0 : slot + 1;
  }

  private static byte tag(long hash) {
    var tag = (byte) hash;
    return tag == FREE ? 1 : tag;
  }
}
