package org.givre.plans.search;

import java.util.random.RandomGenerator;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Itinerary;
import org.givre.plans.search.schedule.Objective;
import org.givre.plans.search.schedule.RouteSearch;
import org.givre.plans.search.schedule.Routes;
import org.givre.plans.search.schedule.ScheduleSearch;
import org.givre.plans.search.schedule.Work;

/**
 * Schedules lifts in two stages: a guided dispatch finds good routes from nothing, then the routes
 * themselves are improved. Lifts that were scheduled before begin with the second.
 */
final class ScheduleRound {
  /** First temperature of guidance, as a share of the cost. */
  private static final double GUIDANCE_HEAT = 3e-5;

  /** First temperature of routes, as a share of what they decide, per lift. */
  private static final double ROUTE_HEAT = 0.04;

  /** Steps with routes for one with guidance; they are quicker. */
  private static final int ROUTE_STEPS = 4;

  private final RandomGenerator random;
  private final Allowance allowance;
  private Guidance guidance;
  private Itinerary itinerary;

  /** Begins with what a first plan did. */
  ScheduleRound(RandomGenerator random, Allowance allowance, Draft first) {
    this.random = random;
    this.allowance = allowance;
    this.itinerary = Itinerary.of(first.work(), first.routes());
    this.guidance = first.guidance();
  }

  /** Goes on from what another plan does. */
  void follow(Draft draft) {
    itinerary = Itinerary.of(draft.work(), draft.routes());
    guidance = draft.guidance();
  }

  /** What came of a round. */
  record Scheduled(Routes routes, double cost) {}

  /** All steps of a round with so many guided ones. */
  static int steps(int guided) {
    return guided + ROUTE_STEPS * guided;
  }

  /** Schedules lifts that are new, or have changed. */
  Scheduled anew(Work work, int steps) {
    var search = new ScheduleSearch(work, random, guidance);
    var routes = new RouteSearch(work, random, search.routes());
    search.pressLate();
    offer(search, routes);
    for (var order : search.orders()) {
      if (!allowance.spent()) {
        var known = search.best();
        search.offer(order);
        allowance.use();
        offerUnless(known, search, routes);
      }
    }
    double heat = GUIDANCE_HEAT * search.bestComposite();
    for (int step = 0; step < steps && !allowance.spent(); step++) {
      var known = search.best();
      search.step(heat * (steps - step - 1) / steps);
      allowance.use();
      offerUnless(known, search, routes);
    }
    var known = guidance;
    guidance = search.best();
    var found = improve(routes, steps);
    if (found.cost() >= Objective.BROKEN) {
      guidance = known;
    }
    return found;
  }

  /**
   * What guidance does in routes may cost more than the guidance itself, so every best one is
   * offered: otherwise a round that is stopped earlier could end better.
   */
  private void offerUnless(Guidance known, ScheduleSearch search, RouteSearch routes) {
    if (search.best() != known) {
      offer(search, routes);
    }
  }

  private void offer(ScheduleSearch search, RouteSearch routes) {
    routes.offer(search.routes());
    routes.offer(Routes.following(search.work(), itinerary, search.urgency()));
  }

  /** Goes on where it ended. */
  Scheduled further(Work work, Routes routes, int steps) {
    return improve(new RouteSearch(work, random, routes), steps);
  }

  private Scheduled improve(RouteSearch search, int guidedSteps) {
    int steps = ROUTE_STEPS * guidedSteps;
    double heat = ROUTE_HEAT * search.costPerLift();
    for (int step = 0; step < steps && !allowance.spent(); step++) {
      search.step(heat * (steps - step - 1) / steps);
      allowance.use();
    }
    if (search.bestCost() < Objective.BROKEN) {
      itinerary = search.itinerary();
    }
    return new Scheduled(search.best(), search.bestCost());
  }
}
