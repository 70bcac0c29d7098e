package org.givre.orchestrator.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names, numbered from 0 in the order they came: an open hash over one pool of bytes, about 20
 * bytes a barcode. Names are ASCII of at most 64 characters and are never taken out. Not
 * thread-safe.
 */
final class NameTable {
  /** No such name. */
  static final int NONE = -1;

  private static final int FIRST_SLOTS = 1 << 10;

  /** Share of the slots that may be taken: beyond it, probing gets long. */
  private static final double FULL = 0.6;

  private byte[] pool = new byte[FIRST_SLOTS];
  private int[] ends = new int[FIRST_SLOTS];
  private int[] slots = emptySlots(FIRST_SLOTS);
  private int size;

  private static int[] emptySlots(int count) {
    var empty = new int[count];
    Arrays.fill(empty, NONE);
    return empty;
  }

  int size() {
    return size;
  }

  /** The number of {@code name}, or {@link #NONE}. */
  int indexOf(String name) {
    return slots[slotOf(bytes(name))];
  }

  /** The number of {@code name}, which is new if it was not here yet. */
  int add(String name) {
    var bytes = bytes(name);
    var slot = slotOf(bytes);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    append(bytes);
    slots[slot] = size - 1;
    if (size > slots.length * FULL) {
      rehash();
    }
    return size - 1;
  }

  String name(int index) {
    var start = start(index);
    return new String(pool, start, ends[index] - start, StandardCharsets.US_ASCII);
  }

  private void append(byte[] bytes) {
    var start = start(size);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, grown(ends.length));
    }
    if (pool.length - start < bytes.length) {
      pool = Arrays.copyOf(pool, Math.max(grown(pool.length), start + bytes.length));
    }
    System.arraycopy(bytes, 0, pool, start, bytes.length);
    ends[size] = start + bytes.length;
    size++;
  }

  private static int grown(int length) {
    return Math.addExact(length, length / 2);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  private void rehash() {
    slots = emptySlots(Math.multiplyExact(slots.length, 2));
    for (int index = 0; index < size; index++) {
      slots[slotOf(Arrays.copyOfRange(pool, start(index), ends[index]))] = index;
    }
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  private int slotOf(byte[] bytes) {
    var mask = slots.length - 1;
    var slot = spread(Arrays.hashCode(bytes)) & mask;
    while (slots[slot] != NONE && !holds(slots[slot], bytes)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Finishes a weak hash, so that neighbouring barcodes do not share a run of slots. */
  private static int spread(int hash) {
    var mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private boolean holds(int index, byte[] bytes) {
    return Arrays.equals(pool, start(index), ends[index], bytes, 0, bytes.length);
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
