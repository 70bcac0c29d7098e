package org.givre.plans.search.choice;

import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Tube;
import org.jspecify.annotations.Nullable;

/** Which tube served which request at some time. */
public final class Choices {
  private final @Nullable Tube[] tubes;

  Choices(@Nullable Tube[] tubes) {
    this.tubes = tubes.clone();
  }

  /** Whether anything served {@code demand}. */
  public boolean serves(Demand demand) {
    return tubes[demand.index] != null;
  }

  /** Requests that something served. */
  public int served() {
    int served = 0;
    for (var tube : tubes) {
      served += tube == null ? 0 : 1;
    }
    return served;
  }

  @Nullable Tube of(Demand demand) {
    return tubes[demand.index];
  }
}
