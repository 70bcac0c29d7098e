package org.givre.plans.search.bound;

/** Is told how far a bound has come, often; it must be quick. */
@FunctionalInterface
public interface BoundProgress {
  /** After {@code iterations} prices, the best bound is {@code tubeSeconds}. */
  void reached(long iterations, double tubeSeconds);
}
