package org.givre.plans.search;

import java.util.random.RandomGenerator;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceAnnealing;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.schedule.ScheduleSearch;
import org.givre.plans.search.schedule.Work;

/**
 * Improves a plan in rounds: anneal the choice of tubes, then the schedule of the lifts that follow
 * from it. Keeps the best, so more rounds never end worse. Rounds do not know how much time there
 * is; each cools down by itself.
 */
final class Improvement {
  /** Choice steps per iteration, so that an iteration of either kind takes about as long. */
  private static final int CHOICES_PER_ITERATION = 32;

  /** Choice steps per round and request that has a choice. */
  private static final int CHOICES_PER_REQUEST = 4;

  /** First temperature of a round, as a share of the warmth per request. */
  private static final double CHOICE_HEAT = 0.1;

  /** First temperature of the schedule's round, as a share of its cost. */
  private static final double SCHEDULE_HEAT = 3e-5;

  private static final int MOST_SCHEDULES = 400;
  private static final int FEWEST_SCHEDULES = 20;
  private static final int VISITS_PER_ROUND = 100_000;

  /** How the price of seconds before deadlines falls after a success and rises after a failure. */
  private static final double CHEAPER = 0.8;

  private static final double DEARER = 1.3;

  private final Problem problem;
  private final Assignment assignment;
  private final RandomGenerator random;
  private final ChoiceAnnealing annealing;
  private final StopCondition stop;
  private final boolean hurried;
  private Draft best;
  private ScheduleSearch search;
  private double secondPrice;
  private long iterations;

  Improvement(Assignment assignment, Draft first, RandomGenerator random, StopCondition stop) {
    this.problem = assignment.problem();
    this.assignment = assignment;
    this.random = random;
    this.annealing = new ChoiceAnnealing(assignment, random);
    this.stop = stop;
    this.best = first;
    this.secondPrice = first.secondPrice();
    this.hurried = secondPrice > 0;
    this.search = new ScheduleSearch(first.work(), random, first.guidance());
  }

  /** The best plan found. */
  Draft best() {
    return best;
  }

  /** How long it searched. */
  long iterations() {
    return iterations;
  }

  /** Searches until told to stop. */
  void run() {
    if (best.work().size() == 0) {
      return;
    }
    while (annealSchedule()) {
      keepBest();
      boolean repriced = hurried;
      if (hurried) {
        reprice();
      }
      if (annealing.movable() > 0 && !annealChoice() && !repriced) {
        continue;
      }
      var work = new Work(problem, assignment.visits());
      search = new ScheduleSearch(work, random, best.guidance());
    }
    keepBest();
  }

  /** Seconds before deadlines become cheaper while deadlines are met. */
  private void reprice() {
    secondPrice *= search.bestCost() < ScheduleSearch.BROKEN ? CHEAPER : DEARER;
    assignment.setSecondPrice(secondPrice);
    annealing.measure();
  }

  private void keepBest() {
    if (search.bestCost() < best.cost()) {
      best =
          new Draft(
              assignment.choices(), secondPrice, search.work(), search.best(), search.bestCost());
    }
  }

  /** A round of schedules; false when it was stopped. */
  private boolean annealSchedule() {
    search.tryOrders();
    int steps = VISITS_PER_ROUND / Math.max(1, search.work().size());
    steps = Math.max(FEWEST_SCHEDULES, Math.min(MOST_SCHEDULES, steps));
    double heat = SCHEDULE_HEAT * search.bestCost();
    for (int step = 0; step < steps; step++) {
      if (stop.reached(iterations)) {
        return false;
      }
      search.step(heat * (steps - step - 1) / steps);
      iterations++;
    }
    search.rewind();
    return true;
  }

  /** A round of choices; false when nothing has come of it or it was stopped. */
  private boolean annealChoice() {
    double before = annealing.price();
    var choices = assignment.choices();
    int steps = 1 + annealing.movable() * CHOICES_PER_REQUEST / CHOICES_PER_ITERATION;
    double heat = CHOICE_HEAT * before / problem.demands.length;
    for (int step = 0; step < steps; step++) {
      if (stop.reached(iterations)) {
        assignment.restore(choices);
        return false;
      }
      for (int i = 0; i < CHOICES_PER_ITERATION; i++) {
        annealing.step(heat * (steps - step - 1) / steps);
      }
      iterations++;
    }
    if (annealing.price() < before - 1e-6) {
      return true;
    }
    assignment.restore(choices);
    annealing.measure();
    return false;
  }
}
