package org.givre.plans.explain;

import java.util.OptionalInt;
import org.givre.plans.explain.Binding.Kind;
import org.givre.plans.instance.InstancePicker;

/** A picker while operations are timed: where it is, from when on it is free, and after what. */
final class PickerTrack {
  private static final double SAME_PLACE_METRES = 1e-9;

  final InstancePicker picker;
  private final double overheadSeconds;
  private final Kind first;
  private double xMetres;
  private double yMetres;
  private double freeSeconds;
  private OptionalInt last = OptionalInt.empty();

  PickerTrack(InstancePicker picker, double nowSeconds, double overheadSeconds) {
    this.picker = picker;
    this.overheadSeconds = overheadSeconds;
    this.xMetres = picker.xMetres();
    this.yMetres = picker.yMetres();
    this.freeSeconds = Math.max(nowSeconds, picker.availableFromSeconds());
    this.first = picker.availableFromSeconds() > nowSeconds ? Kind.PICKER_TAKEN : Kind.WAY;
  }

  /** It cannot begin before it is there. */
  void arrive(Earliest earliest, double toX, double toY) {
    earliest.notBefore(
        freeSeconds + travelSeconds(toX, toY),
        last.isPresent() ? Kind.PICKER_BUSY : first,
        picker.id(),
        last);
  }

  void workedAt(double x, double y, double endSeconds, int operation) {
    xMetres = x;
    yMetres = y;
    freeSeconds = endSeconds;
    last = OptionalInt.of(operation);
  }

  private double travelSeconds(double toX, double toY) {
    var dx = Math.abs(toX - xMetres);
    var dy = Math.abs(toY - yMetres);
    return dx < SAME_PLACE_METRES && dy < SAME_PLACE_METRES
        ? 0
        : overheadSeconds
            + Math.max(dx / picker.xMetresPerSecond(), dy / picker.yMetresPerSecond());
  }
}
