package org.givre.devices.sim;

import org.givre.plans.store.Position;

/** A box of a rack; level 1 is the top one. */
record Box(String rack, int level) {
  /** The box that {@code position} is in. */
  static Box of(Position position) {
    return new Box(position.rack().value(), position.level());
  }
}
