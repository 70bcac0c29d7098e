package org.givre.plans.search;

import java.util.function.Supplier;
import org.givre.plans.search.schedule.Figures;

/**
 * Is told of each plan that is better than the one before, by the thread that searches. What it
 * does changes nothing about the search, but takes its time.
 */
@FunctionalInterface
public interface PlanProgress {
  /** Wants to know nothing. */
  PlanProgress NONE = best -> {};

  /**
   * A better plan was found.
   *
   * @param best what it comes to; takes as long as one schedule, and must be asked for now or never
   */
  void improved(Supplier<Figures> best);
}
