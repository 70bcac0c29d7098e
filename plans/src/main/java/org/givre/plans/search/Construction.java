package org.givre.plans.search;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceSearch;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Objective;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Schedule.Miss;
import org.givre.plans.search.schedule.ScheduleSearch;
import org.givre.plans.search.schedule.Work;

/**
 * Builds the first plan. Where deadlines cannot be met, the seconds before them get a price, which
 * rises until they are met; what cannot be met at any price is given up, and the rest planned anew.
 */
final class Construction {
  /** Seconds before deadlines become dearer by this factor, up to this price. */
  private static final double DEARER = 4;

  private static final double LAST_PRICE = 200_000;

  private static final int MANY_REQUESTS = 1_000;

  /** One of so many late requests is given up at a time. */
  private static final int LATE_DROPPED = 4;

  /** Schedules tried at the last price before anything is given up. */
  private static final int REPAIRS = 30;

  /**
   * Lifts scheduled to repair things, in all: after so many, whatever is late is given up at once,
   * so that a large store whose deadlines cannot be met is not built for long.
   */
  private static final int MOST_REPAIRED = 20_000;

  private final Problem problem;
  private final Assignment assignment;
  private final Obstacles obstacles;
  private final ChoiceSearch choice;
  private final RandomGenerator random;
  private ScheduleSearch search;
  private TimePrices prices = TimePrices.NONE;
  private long repaired;

  Construction(Assignment assignment, Obstacles obstacles, RandomGenerator random) {
    this.problem = assignment.problem();
    this.assignment = assignment;
    this.obstacles = obstacles;
    this.choice = new ChoiceSearch(assignment);
    this.random = random;
    this.search = new ScheduleSearch(new Work(problem, List.of()), random, Guidance.usual(problem));
  }

  /** A plan that breaks nothing but what a carried tube breaks by itself. */
  Draft build() {
    prices = startPrices();
    while (true) {
      dispatch();
      if (hurryMore()) {
        continue;
      }
      repair();
      if (search.bestCost() < Objective.BROKEN || !giveUp(schedule())) {
        return draft();
      }
    }
  }

  /** Whether somebody is late for whom more can be done; those choose their tubes anew. */
  private boolean hurryMore() {
    if (search.bestCost() < Objective.BROKEN) {
      return false;
    }
    var schedule = schedule();
    var late = Hurry.late(schedule);
    var raised = Hurry.raised(prices, late, DEARER);
    if (late.isEmpty() || raised.beforeDeadline() > LAST_PRICE) {
      return false;
    }
    prices = raised;
    for (var miss : schedule.late()) {
      if (assignment.chosen(miss.demand()) != null) {
        assignment.leave(miss.demand());
      }
    }
    return true;
  }

  /** The plan that was built, written out. */
  Schedule schedule() {
    return Schedule.of(search.timetable());
  }

  /**
   * Where deadlines will surely fall before all is done and building twice takes long, they have a
   * price from the beginning. Elsewhere it is worth a look what comes of none: exposure is lower.
   */
  private TimePrices startPrices() {
    boolean many = problem.demands.length >= MANY_REQUESTS;
    return many ? Hurry.expected(problem) : TimePrices.NONE;
  }

  private void dispatch() {
    assignment.setPrices(prices);
    choice.serveAll();
    boolean[] pressing = new boolean[problem.jobs.length];
    prices.hurried().indices().forEach(job -> pressing[job] = true);
    var work = new Work(problem, assignment.visits());
    search = new ScheduleSearch(work, random, Guidance.usual(problem).pressing(pressing));
    search.pressLate();
  }

  private void repair() {
    int tries = 0;
    if (isBroken() && mayRepair()) {
      var orders = search.orders();
      orders.forEach(search::offer);
      tries = orders.size();
    }
    for (int i = 0; i < REPAIRS && isBroken() && mayRepair(); i++) {
      search.step(0);
      tries++;
    }
    repaired += (long) tries * search.work().size();
  }

  private boolean isBroken() {
    return search.bestCost() >= Objective.BROKEN;
  }

  private boolean mayRepair() {
    return repaired < MOST_REPAIRED;
  }

  private Draft draft() {
    return new Draft(assignment.choices(), prices, search.work(), search.best(), search.bestCost());
  }

  /** Whether anything had to be given up. */
  private boolean giveUp(Schedule schedule) {
    boolean gaveUp = dropLatest(schedule.late());
    for (var demand : schedule.left()) {
      gaveUp |= drop(Refusal.of(demand, "reach", "no picker could fetch and deliver it"));
    }
    for (var miss : schedule.overworn()) {
      var tube = assignment.chosen(miss.demand());
      if (tube != null) {
        assignment.leave(miss.demand());
        obstacles.forbid(tube, Details.tooWarm(miss));
        gaveUp = true;
      }
    }
    return gaveUp;
  }

  /** Not all at once: without some, the others may be in time. */
  private boolean dropLatest(List<Miss> late) {
    var latest =
        late.stream()
            .filter(miss -> assignment.chosen(miss.demand()) != null)
            .sorted(Comparator.comparingDouble(Miss::reached).reversed())
            .limit(mayRepair() ? 1 + late.size() / LATE_DROPPED : late.size())
            .toList();
    latest.forEach(miss -> drop(Details.late(miss)));
    return !latest.isEmpty();
  }

  private boolean drop(Refusal why) {
    if (assignment.chosen(why.demand()) == null) {
      return false;
    }
    assignment.leave(why.demand());
    obstacles.drop(why);
    return true;
  }
}
