package org.givre.plans.search;

import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;

/** Turns a planning problem into a plan. Deterministic for instance, seed and iterations. */
@FunctionalInterface
public interface RetrievalPlanner {
  /**
   * Plans until {@code stop} says so; a first plan is always finished.
   *
   * @param seed of the search; the same instance, seed and number of iterations give the same plan
   */
  PlannedRetrieval plan(Instance instance, long seed, StopCondition stop);

  /**
   * Plans anew after something has happened, and begins with what is left of another plan: as long
   * as {@code stop} leaves no time to search, lifts that still make sense stay as they are. A
   * planner that cannot do that plans from nothing.
   *
   * @param previous for an instance with the same ids; what the new one does not know is left out
   */
  default PlannedRetrieval replan(
      Instance instance, RetrievalPlan previous, long seed, StopCondition stop) {
    return plan(instance, seed, stop);
  }
}
