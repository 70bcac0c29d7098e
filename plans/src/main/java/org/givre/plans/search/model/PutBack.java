package org.givre.plans.search.model;

import java.util.List;

/**
 * One lift in which a picker places carried tubes into a rack, deepest first: whoever is placed
 * early waits outside while the others are placed, and fewer boxes are outside higher up.
 */
public final class PutBack extends RackWork {
  public final Picker picker;
  public final List<Load> loads;

  PutBack(Picker picker, Rack rack, List<Load> loads, Motion motion) {
    super(rack, motion, Double.NEGATIVE_INFINITY, 0);
    this.picker = picker;
    this.loads = List.copyOf(loads);
  }
}
