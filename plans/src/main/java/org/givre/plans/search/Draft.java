package org.givre.plans.search;

import org.givre.plans.search.choice.Choices;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Objective;
import org.givre.plans.search.schedule.Routes;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Steering;
import org.givre.plans.search.schedule.Work;

/**
 * A plan in the making: what to take, in which lifts, and what makes their schedule.
 *
 * @param choices tubes by request
 * @param prices at which time was reckoned
 * @param cost composite objective, with a high price for what is broken
 */
record Draft(Choices choices, TimePrices prices, Work work, Steering steering, double cost) {
  /** Who does what in which order. */
  Routes routes() {
    return steering instanceof Routes routes
        ? routes
        : Routes.of(steering.times(work), guidance().unloadingUrgency(work.problem()));
  }

  /** What to begin the search for another schedule with. */
  Guidance guidance() {
    return steering instanceof Guidance guidance ? guidance : Guidance.usual(work.problem());
  }

  /** Weighted tube-seconds that no schedule changes. */
  double settledExposure() {
    return work.settledExposure();
  }

  /** Whether no limit is broken and all is served that was taken on. */
  boolean isValid() {
    return !isBroken(cost);
  }

  /** Whether a cost says that something is broken. */
  static boolean isBroken(double cost) {
    return cost >= Objective.BROKEN;
  }

  /** Requests that it serves. */
  int served() {
    return choices.served();
  }

  /** Whether it serves more than another plan without breaking anything. */
  boolean servesMoreThan(Draft other) {
    return isValid() && served() > other.served();
  }

  /** Writes the plan out. */
  Schedule schedule() {
    return Schedule.of(steering.times(work));
  }
}
