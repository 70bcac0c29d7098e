package org.givre.plans.search.model;

import java.util.List;

/**
 * One lift in which a picker places carried tubes into a rack, deepest first: whoever is placed
 * early waits outside while the others are placed, and fewer boxes are outside higher up.
 */
public final class PutBack {
  public final Picker picker;
  public final Rack rack;
  public final List<Load> loads;
  public final Motion motion;

  PutBack(Picker picker, Rack rack, List<Load> loads, Motion motion) {
    this.picker = picker;
    this.rack = rack;
    this.loads = List.copyOf(loads);
    this.motion = motion;
  }
}
