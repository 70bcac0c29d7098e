package org.givre.plans.search;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceSearch;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
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
  /** Prices of a second before deadlines that are tried, in weighted tube-seconds. */
  private static final double FIRST_PRICE = 8;

  private static final double DEARER = 4;

  private static final double LAST_PRICE = 100_000;

  /** One of so many late requests is given up at a time. */
  private static final int LATE_DROPPED = 4;

  /** Schedules tried per price before the next higher one. */
  private static final int REPAIRS = 30;

  private final Problem problem;
  private final Assignment assignment;
  private final Obstacles obstacles;
  private final RandomGenerator random;

  Construction(Assignment assignment, Obstacles obstacles, RandomGenerator random) {
    this.problem = assignment.problem();
    this.assignment = assignment;
    this.obstacles = obstacles;
    this.random = random;
  }

  /** A plan that breaks nothing but what a carried tube breaks by itself. */
  Draft build() {
    double price = 0;
    while (true) {
      var draft = priced(price);
      if (draft.cost() < Objective.BROKEN) {
        return draft;
      }
      var schedule = draft.schedule();
      if (!schedule.late().isEmpty() && price < LAST_PRICE) {
        price = Math.max(FIRST_PRICE, DEARER * price);
      } else if (!giveUp(schedule)) {
        return draft;
      }
    }
  }

  private Draft priced(double secondPrice) {
    assignment.setSecondPrice(secondPrice);
    new ChoiceSearch(assignment).construct();
    var work = new Work(problem, assignment.visits());
    var search = new ScheduleSearch(work, random, Guidance.usual(problem));
    if (search.bestCost() >= Objective.BROKEN) {
      search.orders().forEach(search::offer);
    }
    for (int i = 0; i < REPAIRS && search.bestCost() >= Objective.BROKEN; i++) {
      search.step(0);
    }
    return new Draft(assignment.choices(), secondPrice, work, search.best(), search.bestCost());
  }

  /** Whether anything had to be given up. */
  private boolean giveUp(Schedule schedule) {
    boolean gaveUp = dropLatest(schedule.late());
    for (var demand : schedule.left()) {
      gaveUp |= drop(demand, "reach", "no picker could fetch and deliver it");
    }
    for (var miss : schedule.overworn()) {
      var tube = assignment.chosen(miss.demand());
      if (tube != null) {
        assignment.remove(miss.demand());
        obstacles.forbid(
            tube, new Refusal(miss.demand(), "budget", Details.overworn(miss.reached())));
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
            .limit(1 + late.size() / LATE_DROPPED)
            .toList();
    latest.forEach(miss -> drop(miss.demand(), "deadline", Details.late(miss)));
    return !latest.isEmpty();
  }

  private boolean drop(Demand demand, String constraint, String detail) {
    if (assignment.chosen(demand) == null) {
      return false;
    }
    assignment.remove(demand);
    obstacles.drop(new Refusal(demand, constraint, detail));
    return true;
  }
}
