package org.givre.plans.search;

import java.util.random.RandomGenerator;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceAnnealing;
import org.givre.plans.search.choice.ChoiceSearch;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.schedule.Routes;
import org.givre.plans.search.schedule.Work;

/**
 * Improves a plan: first requests are relocated, one after the other. Then in rounds: anneal the
 * choice of tubes, then the schedule of the lifts that follow from it. Keeps the best, so more
 * rounds never end worse. Rounds do not know how much time there is: the first are short, and each
 * is longer than the one before.
 */
final class Improvement {
  /** Choice steps per iteration, so that an iteration of either kind takes about as long. */
  private static final int CHOICES_PER_ITERATION = 32;

  /** Choice steps per request that has a choice: in the first round, and at most. */
  private static final int FIRST_CHOICES = 4;

  private static final int MOST_CHOICES = 256;

  /**
   * Schedule steps of a round for one iteration of choices, at most: small stores choose longer.
   */
  private static final int SCHEDULE_STEPS_PER_CHOICE = 8;

  /** Schedules of a round for one iteration with what was given up. */
  private static final int STEPS_PER_RECOVERY = 4;

  /** First temperature of a round, as a share of the warmth per request. */
  private static final double CHOICE_HEAT = 0.1;

  /** Visits scheduled with guidance in the first round, */
  private static final int VISITS_PER_ROUND = 20_000;

  /** and how often at most: small stores are soon scheduled, and should choose anew soon. */
  private static final int MOST_GUIDED = 200;

  /** Smaller gains of a choice, in weighted tube-seconds, are rounding. */
  private static final double LEAST_GAIN = 1e-6;

  /** How much longer each round takes than the one before. */
  private static final double LONGER = 1.3;

  /** The price of seconds before deadlines is first changed by this factor, then by its roots. */
  private static final double FIRST_STRIDE = 0.5;

  /** Strides nearer to 1 do not matter any more. */
  private static final double LAST_STRIDE = 0.9;

  private final Problem problem;
  private final Assignment assignment;
  private final RandomGenerator random;
  private final Bidding bidding;
  private final Recovery recovery;
  private final Allowance allowance;
  private final ScheduleRound schedules;
  private final LiftPricing liftPricing;
  private ChoiceAnnealing annealing;
  private Draft best;
  private TimePrices prices;
  private double stride = FIRST_STRIDE;
  private int choices = FIRST_CHOICES;
  private double effort = 1;
  private int scheduleSteps;

  Improvement(
      Obstacles obstacles,
      Bidding bidding,
      Draft first,
      RandomGenerator random,
      Allowance allowance) {
    this.assignment = obstacles.assignment();
    this.problem = assignment.problem();
    this.random = random;
    this.bidding = bidding;
    this.recovery = new Recovery(obstacles, random, allowance);
    this.annealing = new ChoiceAnnealing(assignment, random);
    this.allowance = allowance;
    this.best = first;
    this.prices = first.prices();
    this.liftPricing = new LiftPricing(problem);
    liftPricing.learn(first);
    this.schedules = new ScheduleRound(random, allowance, first);
  }

  /** Searches until told to stop and returns the best plan found. */
  Draft run(PlanProgress progress) {
    var current = best;
    if (relocate() && !allowance.spent()) {
      current = anew(0);
      keep(current, progress);
    }
    if (bid()) {
      current = anew(0);
      keep(current, progress);
    }
    while (!allowance.spent()) {
      current = recover(current, progress);
      if (allowance.spent() || best.work().size() == 0) {
        break;
      }
      boolean changed = annealing.movable() > 0 && annealChoice();
      if (allowance.spent()) {
        break;
      }
      current = schedule(current, changed);
      keep(current, progress);
      current = reprice(current);
      choices = Math.min(MOST_CHOICES, 2 * choices);
      effort *= LONGER;
    }
    return best;
  }

  /** What was given up is tried again; goes on from the plan that serves more, if there is one. */
  private Draft recover(Draft current, PlanProgress progress) {
    if (!recovery.isWorthwhile(best)) {
      return current;
    }
    var before = assignment.choices();
    int iterations = ScheduleRound.steps(guidedSteps(best)) / STEPS_PER_RECOVERY;
    var found = recovery.find(best, iterations);
    if (found.isEmpty()) {
      assignment.setPrices(prices);
      assignment.restore(before);
      return current;
    }
    best = found.get();
    progress.improved(() -> best.schedule().figures());
    prices = best.prices();
    stride = FIRST_STRIDE;
    liftPricing.restart();
    liftPricing.learn(best);
    schedules.follow(best);
    annealing = new ChoiceAnnealing(assignment, random);
    return best;
  }

  private void keep(Draft found, PlanProgress progress) {
    boolean more = found.servesMoreThan(best);
    if (more) {
      liftPricing.restart();
    }
    liftPricing.learn(found);
    boolean cheaper = found.served() == best.served() && found.cost() < best.cost();
    if (more || (cheaper && liftPricing.allows(found))) {
      best = found;
      progress.improved(() -> found.schedule().figures());
    }
  }

  /** Requests go to better tubes, one after the other, until nothing gains; whether any did. */
  private boolean relocate() {
    long before = assignment.changes();
    var search = new ChoiceSearch(assignment);
    boolean more = problem.demands.length > 0;
    while (more && !allowance.spent()) {
      for (int i = 0; i < CHOICES_PER_ITERATION && more; i++) {
        more = search.relocateNext();
      }
      allowance.use();
    }
    annealing.measure();
    return assignment.changes() > before;
  }

  /** All tubes are chosen by bids, in the coldest way found; whether that is colder than before. */
  private boolean bid() {
    double before = assignment.price();
    double least = before;
    var coldest = assignment.choices();
    while (!allowance.spent() && bidding.choose()) {
      relocate();
      if (assignment.price() < least - LEAST_GAIN) {
        least = assignment.price();
        coldest = assignment.choices();
      }
    }
    assignment.restore(coldest);
    annealing.measure();
    return least < before;
  }

  private boolean hurried() {
    return prices.beforeDeadline() > 0 && stride < LAST_STRIDE;
  }

  /** Changes the prices of time for the next round, which goes on from what it returns. */
  private Draft reprice(Draft last) {
    var before = prices;
    var next = last;
    if (!last.isValid()) {
      next = hurry(last);
    } else if (hurried()) {
      prices = prices.withBeforeDeadline(prices.beforeDeadline() * stride);
    }
    prices = prices.withLift(liftPricing.price());
    if (!prices.equals(before)) {
      assignment.setPrices(prices);
    }
    annealing.measure();
    return next;
  }

  /**
   * Who is late is in a hurry from now on, and if that is nobody new, seconds before deadlines
   * become dearer. Once their price is known well enough, all goes on from the best.
   */
  private Draft hurry(Draft last) {
    boolean searched = hurried();
    var late = Hurry.late(last.schedule());
    if (!late.isEmpty()) {
      var known = prices.hurried();
      prices = Hurry.raised(prices, late, 1 / stride);
      stride = prices.hurried().equals(known) ? Math.min(LAST_STRIDE, Math.sqrt(stride)) : stride;
    }
    if (hurried() || !best.isValid()) {
      return last;
    }
    if (searched) {
      prices = best.prices().withHurried(prices.hurried());
    }
    assignment.restore(best.choices());
    return best;
  }

  private Draft schedule(Draft last, boolean changed) {
    int steps = guidedSteps(last);
    scheduleSteps = ScheduleRound.steps(steps);
    if (!changed && !hurried() && last.steering() instanceof Routes routes) {
      var found = schedules.further(last.work(), routes, steps);
      return new Draft(last.choices(), prices, last.work(), found.routes(), found.cost());
    }
    return anew(steps);
  }

  private int guidedSteps(Draft draft) {
    int guided = VISITS_PER_ROUND / Math.max(1, draft.work().size());
    return (int) (effort * Math.max(1, Math.min(guided, MOST_GUIDED)));
  }

  private Draft anew(int steps) {
    var work = new Work(problem, assignment.visits());
    var found = schedules.anew(work, steps);
    return new Draft(assignment.choices(), prices, work, found.routes(), found.cost());
  }

  /** A round of choices; false when nothing has come of it or it was stopped. */
  private boolean annealChoice() {
    double before = annealing.price();
    var known = assignment.choices();
    int perRequest = 1 + annealing.movable() * choices / CHOICES_PER_ITERATION;
    int steps = Math.max(perRequest, scheduleSteps / SCHEDULE_STEPS_PER_CHOICE);
    double heat = CHOICE_HEAT * before / problem.demands.length;
    for (int step = 0; step < steps && !allowance.spent(); step++) {
      for (int i = 0; i < CHOICES_PER_ITERATION; i++) {
        annealing.step(heat * (steps - step - 1) / steps);
      }
      allowance.use();
    }
    if (annealing.price() < before - LEAST_GAIN) {
      return true;
    }
    assignment.restore(known);
    annealing.measure();
    return false;
  }
}
