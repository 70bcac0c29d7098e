package org.givre.devices.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * In which boxes a barcode may be. A place of the table takes five bytes, where one with names
 * would take a hundred. It may name a box too many, in one of some hundred questions; it never
 * leaves one out. A hash table with linear probing that only grows fuller.
 */
final class BarcodeIndex {
  /** Fuller than three quarters, probing gets long. */
  private static final double FULL = 0.75;

  /** So that it is not full at once. */
  private static final double RESERVE = 1.1;

  private static final int LEAST_CAPACITY = 1 << 12;

  /** Number of the box plus one; 0 where nothing is. */
  private final int[] boxes;

  /** Eight more bits of the barcode's hash. */
  private final byte[] marks;

  private int used;

  /** With room for somewhat more than {@code barcodes}. */
  BarcodeIndex(int barcodes) {
    var capacity = LEAST_CAPACITY;
    while (capacity * FULL < barcodes * RESERVE) {
      capacity *= 2;
    }
    boxes = new int[capacity];
    marks = new byte[capacity];
  }

  boolean isFull() {
    return used >= boxes.length * FULL;
  }

  /** Notes that {@code barcode} is in a box; harmless when repeated. */
  void add(String barcode, int box) {
    var hash = hash(barcode);
    var slot = slot(hash);
    while (boxes[slot] != 0) {
      if (boxes[slot] == box + 1 && marks[slot] == mark(hash)) {
        return;
      }
      slot = next(slot);
    }
    boxes[slot] = box + 1;
    marks[slot] = mark(hash);
    used++;
  }

  /** Numbers of the boxes that may have {@code barcode}. */
  List<Integer> boxes(String barcode) {
    var found = new ArrayList<Integer>();
    var hash = hash(barcode);
    for (var slot = slot(hash); boxes[slot] != 0; slot = next(slot)) {
      if (marks[slot] == mark(hash)) {
        found.add(boxes[slot] - 1);
      }
    }
    return found;
  }

  private int slot(long hash) {
    return (int) hash & (boxes.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (boxes.length - 1);
  }

  private static byte mark(long hash) {
    return (byte) (hash >>> 56);
  }

  /**
   * FNV-1a, stirred as MurmurHash3 does at its end: FNV's high bits alone are poor for short texts.
   */
  private static long hash(String text) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }
}
