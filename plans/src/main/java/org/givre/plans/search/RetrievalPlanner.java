package org.givre.plans.search;

import org.givre.plans.instance.Instance;

/** Turns a planning problem into a plan. Deterministic for instance, seed and iterations. */
@FunctionalInterface
public interface RetrievalPlanner {
  /**
   * Plans until {@code stop} says so; a first plan is always finished.
   *
   * @param seed of the search; the same instance, seed and number of iterations give the same plan
   */
  PlannedRetrieval plan(Instance instance, long seed, StopCondition stop);
}
