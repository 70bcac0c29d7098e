package org.givre.plans.search;

import org.givre.plans.search.choice.Choices;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Routes;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Steering;
import org.givre.plans.search.schedule.Work;

/**
 * A plan in the making: what to take, in which lifts, and what makes their schedule.
 *
 * @param choices tubes by request
 * @param secondPrice at which seconds before deadlines were reckoned
 * @param cost composite objective, with a high price for what is broken
 */
record Draft(Choices choices, double secondPrice, Work work, Steering steering, double cost) {
  /** Who does what in which order. */
  Routes routes() {
    return steering instanceof Routes routes
        ? routes
        : Routes.of(steering.times(work), guidance().urgency(work.problem()));
  }

  /** What to begin the search for another schedule with. */
  Guidance guidance() {
    return steering instanceof Guidance guidance ? guidance : Guidance.usual(work.problem());
  }

  /** Writes the plan out. */
  Schedule schedule() {
    return Schedule.of(steering.times(work));
  }
}
