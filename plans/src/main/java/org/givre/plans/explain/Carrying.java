package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;

/** A picker on its round: where it was last, and what it carries, in the order that it came in. */
final class Carrying {
  final InstancePicker picker;
  final List<Integer> tubes = new ArrayList<>();
  private double xMetres;
  private double yMetres;

  Carrying(InstancePicker picker) {
    this.picker = picker;
    this.xMetres = picker.xMetres();
    this.yMetres = picker.yMetres();
    picker.initialLoad().forEach(carried -> tubes.add(carried.tube()));
  }

  void wasAt(double x, double y) {
    xMetres = x;
    yMetres = y;
  }

  boolean hasRoomFor(int more) {
    return tubes.size() + more <= picker.carrierTubes();
  }

  double wayTo(InstancePort port) {
    return Math.max(
        Math.abs(port.xMetres() - xMetres) / picker.xMetresPerSecond(),
        Math.abs(port.yMetres() - yMetres) / picker.yMetresPerSecond());
  }
}
