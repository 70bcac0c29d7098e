package org.givre.plans.explain;

import java.util.OptionalInt;
import org.givre.plans.explain.Binding.Kind;
import org.givre.plans.instance.InstanceDewar;

/** A dewar while operations are timed: its carousel, and until when its opening is taken. */
final class DewarTrack {
  final InstanceDewar dewar;
  private int slot;
  private double freeSeconds = Double.NEGATIVE_INFINITY;
  private OptionalInt last = OptionalInt.empty();

  DewarTrack(InstanceDewar dewar) {
    this.dewar = dewar;
    this.slot = dewar.carouselStartSlot();
  }

  /** Seconds until another slot is under the opening, the shorter way round. */
  double turnSeconds(int next) {
    var steps = Math.floorMod(next - slot, dewar.carouselSlots());
    return Math.min(steps, dewar.carouselSlots() - steps) * dewar.carouselSecondsPerSlot();
  }

  void opening(Earliest earliest) {
    earliest.notBefore(freeSeconds, Kind.DEWAR_BUSY, dewar.id(), last);
  }

  void lifted(int rackSlot, double endSeconds, int operation) {
    slot = rackSlot;
    freeSeconds = endSeconds;
    last = OptionalInt.of(operation);
  }
}
