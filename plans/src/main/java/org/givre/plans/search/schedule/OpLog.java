package org.givre.plans.search.schedule;

import java.util.Arrays;

/** Operations as they are appended, in plain numbers: most schedules are looked at once. */
final class OpLog {
  private static final int FIRST_OPS = 64;

  /** Kinds of operations. */
  static final byte LIFT = 0;

  static final byte UNLOAD = 1;
  static final byte PLACE = 2;

  byte[] kind = new byte[FIRST_OPS];
  int[] picker = new int[FIRST_OPS];
  double[] start = new double[FIRST_OPS];

  /** Visit, port or put-back. */
  int[] subject = new int[FIRST_OPS];

  /** End of the operation's unloaded parcels in {@link #unloaded}. */
  int[] unloadedEnd = new int[FIRST_OPS];

  int size;
  int[] unloaded = new int[FIRST_OPS];
  int unloadedSize;

  void clear() {
    size = 0;
    unloadedSize = 0;
  }

  void add(byte newKind, int newPicker, double newStart, int newSubject) {
    if (size == kind.length) {
      grow();
    }
    kind[size] = newKind;
    picker[size] = newPicker;
    start[size] = newStart;
    subject[size] = newSubject;
    unloadedEnd[size] = unloadedSize;
    size++;
  }

  /** Notes a parcel of the unload to be added next. */
  void unload(int parcel) {
    if (unloadedSize == unloaded.length) {
      unloaded = Arrays.copyOf(unloaded, 2 * unloadedSize);
    }
    unloaded[unloadedSize] = parcel;
    unloadedSize++;
  }

  private void grow() {
    int length = 2 * size;
    kind = Arrays.copyOf(kind, length);
    picker = Arrays.copyOf(picker, length);
    start = Arrays.copyOf(start, length);
    subject = Arrays.copyOf(subject, length);
    unloadedEnd = Arrays.copyOf(unloadedEnd, length);
  }
}
