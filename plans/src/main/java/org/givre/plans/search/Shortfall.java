package org.givre.plans.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.StrandedReturn;
import org.givre.plans.search.schedule.Schedule;

/** Names what a plan does not do, and why. */
final class Shortfall {
  private final Assignment assignment;
  private final Obstacles obstacles;
  private final List<Unplanned> unplanned = new ArrayList<>();

  Shortfall(Assignment assignment, Obstacles obstacles) {
    this.assignment = assignment;
    this.obstacles = obstacles;
  }

  List<Unplanned> requests(Schedule schedule) {
    var problem = assignment.problem();
    for (var demand : problem.demands) {
      if (!demand.carried && assignment.chosen(demand) == null) {
        var why = withEarliest(obstacles.reason(demand));
        unplanned.add(new Unplanned(demand.id, why.constraint(), why.detail()));
      }
    }
    for (var miss : schedule.late()) {
      carried(miss.demand(), "deadline", Details.carriedLate(miss));
    }
    for (var miss : schedule.overworn()) {
      carried(miss.demand(), "budget", Details.carriedTooWarm(miss));
    }
    for (var demand : schedule.left()) {
      if (demand.carried) {
        carried(demand, "reach", undeliverable(demand));
      }
    }
    return List.copyOf(unplanned);
  }

  /** Also says it where no plan whatever is in time. */
  private Refusal withEarliest(Refusal why) {
    if (!why.constraint().equals("deadline")) {
      return why;
    }
    var demand = why.demand();
    double earliest = new EarliestDelivery(assignment.problem()).of(demand);
    return earliest > demand.job.deadline
        ? why.with(String.format(Locale.ROOT, "no plan delivers it before %.1f s", earliest))
        : why;
  }

  List<StrandedReturn> returns(Schedule schedule) {
    var stranded = new ArrayList<>(assignment.problem().stranded);
    for (var tube : schedule.overwornReturns()) {
      stranded.add(new StrandedReturn(tube.tube(), "budget", Details.tooWarm(tube)));
    }
    return stranded;
  }

  private String undeliverable(Demand demand) {
    var problem = assignment.problem();
    for (var picker : problem.pickers) {
      for (var load : picker.initialLoad) {
        if (load.demand() == demand) {
          int port = demand.job.port;
          return "tube %d is in the carrier of picker %d, which reaches %s"
              .formatted(
                  load.tube(),
                  picker.id,
                  port == Job.ANY_PORT
                      ? "no port"
                      : "no port %d".formatted(problem.ports[port].id));
        }
      }
    }
    throw new IllegalArgumentException("Request " + demand.id + " is in no carrier");
  }

  private void carried(Demand demand, String constraint, String detail) {
    if (demand.carried) {
      unplanned.add(new Unplanned(demand.id, constraint, detail));
    }
  }
}
