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

  @Nullable Tube of(Demand demand) {
    return tubes[demand.index];
  }
}
