package org.givre.plans.store;

/** Where a tube stands in a rack. */
public record Position(RackId rack, int level, Well well) {
  public Position {
    if (level < 1) {
      throw new IllegalArgumentException(
          "Level 1 is the top box; found level %d in rack %s".formatted(level, rack));
    }
  }
}
