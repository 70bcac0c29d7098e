package org.givre.plans.search;

import org.givre.plans.search.choice.Choices;
import org.givre.plans.search.schedule.Dispatch;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Work;

/**
 * A plan in the making: what to take, in which lifts, and what guides their dispatch.
 *
 * @param choices tubes by request
 * @param secondPrice at which seconds before deadlines were reckoned
 * @param cost composite objective, with a high price for what is broken
 */
record Draft(Choices choices, double secondPrice, Work work, Guidance guidance, double cost) {
  /** Writes the plan out. */
  Schedule schedule() {
    return Schedule.of(new Dispatch(work).run(guidance));
  }
}
