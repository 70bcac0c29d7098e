package org.givre.plans.search;

import java.util.Optional;
import java.util.SplittableRandom;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.LiftGroups;
import org.givre.plans.search.schedule.Schedule;

/** The planner of Givre: least warm exposure first, time second, within every hard limit. */
public final class WarmthPlanner implements RetrievalPlanner {
  /** What its plans say about where they come from. */
  public static final String POLICY = "warmth";

  private final PlanProgress progress;

  public WarmthPlanner() {
    this(PlanProgress.NONE);
  }

  /** A planner that tells {@code progress} what it has found so far. */
  public WarmthPlanner(PlanProgress progress) {
    this.progress = progress;
  }

  @Override
  public PlannedRetrieval plan(Instance instance, long seed, StopCondition stop) {
    return new Search(instance, seed, stop).plan(progress);
  }

  @Override
  public PlannedRetrieval replan(
      Instance instance, RetrievalPlan previous, long seed, StopCondition stop) {
    return new Search(instance, seed, stop)
        .replan(previous, progress)
        .orElseGet(() -> plan(instance, seed, stop));
  }

  /** One search for one instance. */
  private static final class Search {
    private final Instance instance;
    private final Problem problem;
    private final SplittableRandom random;
    private final Assignment assignment;
    private final Obstacles obstacles;
    private final Allowance allowance;

    Search(Instance instance, long seed, StopCondition stop) {
      this.instance = instance;
      this.problem = Problem.orderless(instance);
      this.random = new SplittableRandom(seed);
      this.assignment = new Assignment(problem, new LiftGroups(problem));
      this.obstacles = new Obstacles(assignment);
      this.allowance = new Allowance(stop);
    }

    PlannedRetrieval plan(PlanProgress progress) {
      var construction = new Construction(assignment, obstacles, random);
      var first = construction.build();
      return improved(first, construction.schedule(), progress);
    }

    /** Empty where what is left of a plan breaks a limit or leaves something to be desired. */
    Optional<PlannedRetrieval> replan(RetrievalPlan previous, PlanProgress progress) {
      var remainder = new Remainder(problem, previous);
      var timetable = remainder.follow(assignment);
      var first = remainder.draft(assignment, timetable);
      return first.isValid() && assignment.servesAll()
          ? Optional.of(improved(first, Schedule.of(timetable), progress))
          : Optional.empty();
    }

    private PlannedRetrieval improved(Draft first, Schedule asItIs, PlanProgress progress) {
      progress.improved(asItIs::figures);
      if (allowance.spent()) {
        return found(asItIs);
      }
      var bidding = new Bidding(instance, assignment, allowance);
      var best = new Improvement(obstacles, bidding, first, random, allowance).run(progress);
      assignment.restore(best.choices());
      return found(best.schedule());
    }

    private PlannedRetrieval found(Schedule schedule) {
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
}
