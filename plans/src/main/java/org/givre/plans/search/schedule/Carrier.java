package org.givre.plans.search.schedule;

import org.givre.plans.search.model.Picker;

/** A picker on its round: where it is, from when on it is free, and the parcels it carries. */
final class Carrier {
  final Picker picker;
  double x;
  double y;
  double free;

  /** Parcels, and when each came in. */
  final int[] parcel;

  final double[] since;
  int size;

  /**
   * An empty carrier.
   *
   * @param parcels as many as there are; it may have places for many more
   */
  Carrier(Picker picker, int parcels) {
    this.picker = picker;
    int room = Math.min(parcels, Math.max(picker.carrierTubes, picker.initialLoad.length));
    this.parcel = new int[room];
    this.since = new double[room];
  }

  void moveTo(double toX, double toY, double freeFrom) {
    x = toX;
    y = toY;
    free = freeFrom;
  }

  int room() {
    return picker.carrierTubes - size;
  }

  void add(int newParcel, double at) {
    parcel[size] = newParcel;
    since[size] = at;
    size++;
  }

  /** Takes the {@code i}-th parcel out; the others keep their order. */
  void remove(int i) {
    size--;
    System.arraycopy(parcel, i + 1, parcel, i, size - i);
    System.arraycopy(since, i + 1, since, i, size - i);
  }

  /** Seconds that it takes to go somewhere. */
  double travelTo(double toX, double toY) {
    return picker.travelSeconds(x, y, toX, toY);
  }
}
