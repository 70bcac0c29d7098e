package org.givre.plans.search.baseline;

import java.util.Optional;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.schedule.Schedule;

/** The answer of a baseline. */
final class BaselinePlan {
  private BaselinePlan() {}

  static PlannedRetrieval of(Problem problem, Schedule schedule, String policy) {
    var unplanned =
        schedule.left().stream()
            .map(
                d ->
                    new Unplanned(
                        d.id, "reach", "no picker that its job allows reaches a tube and a port"))
            .toList();
    var plan = new RetrievalPlan(Optional.of(problem.name), policy, 0, schedule.ops());
    return new PlannedRetrieval(plan, unplanned, problem.stranded, 0, schedule.figures());
  }
}
