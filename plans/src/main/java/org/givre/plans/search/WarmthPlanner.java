package org.givre.plans.search;

import java.util.Optional;
import java.util.SplittableRandom;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.LiftGroups;

/** The planner of Givre: least warm exposure first, time second, within every hard limit. */
public final class WarmthPlanner implements RetrievalPlanner {
  /** What its plans say about where they come from. */
  public static final String POLICY = "warmth";

  @Override
  public PlannedRetrieval plan(Instance instance, long seed, StopCondition stop) {
    var problem = Problem.of(instance);
    var random = new SplittableRandom(seed);
    var assignment = new Assignment(problem, new LiftGroups(problem));
    var obstacles = new Obstacles(assignment);
    var construction = new Construction(assignment, obstacles, random);
    var first = construction.build();
    var allowance = new Allowance(stop);
    var schedule = construction.schedule();
    if (!allowance.spent() && first.work().size() > 0) {
      var best = new Improvement(assignment, first, random, allowance).run();
      assignment.restore(best.choices());
      schedule = best.schedule();
    }
    var plan = new RetrievalPlan(Optional.of(instance.name()), POLICY, 0, schedule.ops());
    var shortfall = new Shortfall(assignment, obstacles);
    return new PlannedRetrieval(
        plan,
        shortfall.requests(schedule),
        shortfall.returns(schedule),
        allowance.used(),
        schedule.figures());
  }
}
