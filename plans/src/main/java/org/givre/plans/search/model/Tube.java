package org.givre.plans.search.model;

import java.util.Comparator;
import org.givre.plans.instance.InstanceTube;

/** A tube that some request may name. */
public final class Tube {
  /** By where it is and who names it, where that is known; only what is alike goes by index. */
  public static final Comparator<Tube> IN_ORDER =
      (one, other) ->
          one.mark == other.mark
              ? Integer.compare(one.index, other.index)
              : Long.compare(one.mark, other.mark);

  public final int id;
  public final int index;
  public final Rack rack;
  public final int level;

  /** Weighted seconds it may still get in all. */
  public final double budget;

  /** Whether that is less than the others of its box may get. */
  public final boolean fragile;

  private final long mark;

  Tube(InstanceTube tube, int index, Rack rack, long mark) {
    this.id = tube.id();
    this.index = index;
    this.rack = rack;
    this.level = tube.level();
    this.budget = tube.budgetSeconds();
    this.fragile = budget < rack.boxBudget[level];
    this.mark = mark;
  }
}
