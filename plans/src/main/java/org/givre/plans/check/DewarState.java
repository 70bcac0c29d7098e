package org.givre.plans.check;

import org.givre.plans.instance.InstanceDewar;

/** A dewar while a plan runs: its carousel keeps the slot that it turned to last. */
final class DewarState {
  private final InstanceDewar dewar;
  private final Station station;
  private int slot;

  DewarState(InstanceDewar dewar) {
    this.dewar = dewar;
    this.station = Station.of(dewar);
    this.slot = dewar.carouselStartSlot();
  }

  InstanceDewar dewar() {
    return dewar;
  }

  Station station() {
    return station;
  }

  /** Turns the shorter way; seconds that it takes. */
  double turnTo(int next) {
    var steps = Math.floorMod(next - slot, dewar.carouselSlots());
    slot = next;
    return Math.min(steps, dewar.carouselSlots() - steps) * dewar.carouselSecondsPerSlot();
  }
}
