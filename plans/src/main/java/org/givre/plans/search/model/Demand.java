package org.givre.plans.search.model;

import org.jspecify.annotations.Nullable;

/** A request: one tube of several that would do. */
public final class Demand {
  public final int id;
  public final int index;
  public final Job job;

  /** Tubes that would do, in the customer's order; those in a carrier are left out. */
  public final Tube[] alternatives;

  /** Whether a carrier already holds a tube for it. */
  public final boolean carried;

  Demand(int id, int index, Job job, Tube[] alternatives, boolean carried) {
    this.id = id;
    this.index = index;
    this.job = job;
    this.alternatives = alternatives;
    this.carried = carried;
  }

  /** The alternative with this id; null when there is none. */
  public @Nullable Tube alternative(int tube) {
    for (var alternative : alternatives) {
      if (alternative.id == tube) {
        return alternative;
      }
    }
    return null;
  }
}
