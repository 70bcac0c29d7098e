package org.givre.plans.search;

import java.util.Optional;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.model.Problem;

/** The planner of Givre: least warm exposure first, time second, within every hard limit. */
public final class WarmthPlanner implements RetrievalPlanner {
  /** What its plans say about where they come from. */
  public static final String POLICY = "warmth";

  @Override
  public PlannedRetrieval plan(Instance instance, long seed, StopCondition stop) {
    var problem = Problem.of(instance);
    var construction = new Construction(problem);
    var schedule = construction.schedule();
    var unplanned =
        construction.refusals().stream()
            .map(r -> new Unplanned(r.demand().id, r.constraint(), r.detail()))
            .toList();
    var plan = new RetrievalPlan(Optional.of(instance.name()), POLICY, 0, schedule.ops());
    return new PlannedRetrieval(plan, unplanned, 0, schedule.figures());
  }
}
