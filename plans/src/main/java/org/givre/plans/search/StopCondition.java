package org.givre.plans.search;

/** Tells a search when to stop; the caller owns the clock. Asked often, so it must be cheap. */
@FunctionalInterface
public interface StopCondition {
  /** Whether to stop now, after {@code iterations} iterations. */
  boolean reached(long iterations);

  /** Stops after a number of iterations: the same plan on every machine. */
  static StopCondition afterIterations(long limit) {
    return iterations -> iterations >= limit;
  }

  /** Stops when either does. */
  default StopCondition or(StopCondition other) {
    return iterations -> reached(iterations) || other.reached(iterations);
  }
}
