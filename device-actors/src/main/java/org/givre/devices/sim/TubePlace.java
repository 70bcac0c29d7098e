package org.givre.devices.sim;

import org.givre.plans.store.Position;

/** Where a tube truly is. */
public sealed interface TubePlace {
  /** In a well of a rack. */
  record InRack(String dewar, Position position) implements TubePlace {}

  /** In a picker's carrier. */
  record InCarrier(String picker) implements TubePlace {}

  /**
   * In a slot of a port's buffer; slots count from 1. Once the port's {@code clearSeconds} have
   * passed somebody has taken it away, and this is the last place that is known.
   */
  record AtPort(String port, int slot) implements TubePlace {}

  /**
   * The column {@code place} of an export: {@code picker:picker-1}, {@code port:P1:4}; empty in a
   * rack.
   */
  default String label() {
    if (this instanceof InCarrier carrier) {
      return "picker:" + carrier.picker();
    }
    return this instanceof AtPort at ? "port:" + at.port() + ":" + at.slot() : "";
  }
}
