package org.givre.plans.search.model;

import org.givre.plans.instance.InstanceTube;

/** A tube that some request may name. */
public final class Tube {
  public final int id;
  public final int index;
  public final Rack rack;
  public final int level;

  /** Weighted seconds it may still get in all. */
  public final double budget;

  /** Whether that is a limit, and less than the others of its box may get. */
  public final boolean fragile;

  Tube(int id, int index, Rack rack, int level, double budget) {
    this.id = id;
    this.index = index;
    this.rack = rack;
    this.level = level;
    this.budget = budget;
    this.fragile = budget < Math.min(rack.boxBudget[level], InstanceTube.UNLIMITED_SECONDS);
  }
}
