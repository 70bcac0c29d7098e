package org.givre.plans.search;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.model.Demand;
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
        var why = obstacles.reason(demand);
        unplanned.add(new Unplanned(demand.id, why.constraint(), why.detail()));
      }
    }
    for (var miss : schedule.late()) {
      carried(miss.demand(), "deadline", Details.late(miss));
    }
    for (var miss : schedule.overworn()) {
      carried(miss.demand(), "budget", Details.overworn(miss.reached(), miss.allowed()));
    }
    for (var demand : schedule.left()) {
      carried(demand, "reach", "its picker reaches no port for it");
    }
    return List.copyOf(unplanned);
  }

  List<StrandedReturn> returns(Schedule schedule) {
    var stranded = new ArrayList<>(assignment.problem().stranded);
    for (var tube : schedule.overwornReturns()) {
      var detail = Details.overworn(tube.reached(), tube.allowed());
      stranded.add(new StrandedReturn(tube.tube(), "budget", detail));
    }
    return stranded;
  }

  private void carried(Demand demand, String constraint, String detail) {
    if (demand.carried) {
      unplanned.add(new Unplanned(demand.id, constraint, "its tube is in a carrier; " + detail));
    }
  }
}
