package org.givre.plans.search;

/** Counts the iterations of a search until it must stop. */
final class Allowance {
  private final StopCondition stop;
  private long used;

  Allowance(StopCondition stop) {
    this.stop = stop;
  }

  /** Whether the search must stop. */
  boolean spent() {
    return stop.reached(used);
  }

  /** One iteration more. */
  void use() {
    used++;
  }

  /** Iterations so far. */
  long used() {
    return used;
  }
}
