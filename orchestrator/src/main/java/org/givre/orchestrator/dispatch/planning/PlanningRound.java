package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.check.Violation;
import org.givre.plans.explain.EarliestStarts;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.store.TubeId;

/**
 * Searches a plan within a time, has it judged, and sets it beside first come, first served and the
 * lower bound. A plan that the judge does not pass is never handed out: the planner's first plan,
 * without search, is tried in its place, and then nothing.
 *
 * @param baseline first come, first served
 * @param nanoClock rises by one every nanosecond
 */
public record PlanningRound(
    RetrievalPlanner planner, RetrievalPlanner baseline, LongSupplier nanoClock) {
  /** Enough to see what is wrong, few enough for a log. */
  private static final int MOST_COMPLAINTS = 5;

  /**
   * What a search does in any case, however little of the machine it gets: enough for bids and a
   * round of choices for up to two hundred requests, and 0.03 s of a core, in a process that has
   * just started some tenths. With less there is only a first plan, which may have twice the
   * exposure.
   */
  private static final int LEAST_ITERATIONS = 300;

  private static final StopCondition AT_ONCE = StopCondition.afterIterations(0);

  /** Plans from nothing. */
  public PlanningOutcome run(PlanningProblem problem, long seed, Duration budget) {
    return run(problem, WaitingPlan.NONE, seed, budget);
  }

  /**
   * Takes about {@code budget}, and as long as a first plan and the least search need. Begins with
   * what is left of the adopted plan, and lets that stay where the gain is too small.
   */
  public PlanningOutcome run(
      PlanningProblem problem, WaitingPlan waiting, long seed, Duration budget) {
    var complaints = new ArrayList<String>();
    var end = nanoClock.getAsLong() + budget.toNanos();
    StopCondition inTime =
        iterations -> iterations >= LEAST_ITERATIONS && nanoClock.getAsLong() - end >= 0;
    for (var way : List.of(way(waiting, seed, inTime), way(WaitingPlan.NONE, seed, AT_ONCE))) {
      var attempt = attempt(problem, way);
      if (attempt.verdict.isValid()) {
        var passed = passed(problem, attempt, complaints);
        return staysAsItIs(waiting, attempt) ? new PlanningOutcome.Retained(passed) : passed;
      }
      complaints.addAll(complaints(problem, attempt));
    }
    return new PlanningOutcome.Rejected(problem, complaints);
  }

  private Function<Instance, PlannedRetrieval> way(
      WaitingPlan waiting, long seed, StopCondition stop) {
    return waiting.isEmpty()
        ? asked -> planner.plan(asked, seed, stop)
        : asked -> planner.replan(asked, waiting.plan(), seed, stop);
  }

  /**
   * Whether what is left of the adopted plan still serves all that a new one does, about as well.
   */
  private static boolean staysAsItIs(WaitingPlan waiting, Attempt attempt) {
    if (!waiting.whole()) {
      return false;
    }
    var left = EarliestStarts.of(attempt.served, waiting.plan());
    var verdict = PlanCheck.of(attempt.served).judge(left);
    var gain = verdict.compositeTs() - attempt.verdict.compositeTs();
    return verdict.isValid() && gain <= waiting.leastGain() * verdict.compositeTs();
  }

  private record Attempt(Instance served, PlannedRetrieval found, Verdict verdict) {}

  private static Attempt attempt(
      PlanningProblem problem, Function<Instance, PlannedRetrieval> way) {
    var asked = problem.instance();
    var found = way.apply(asked);
    if (leavesBegunJobs(problem, found)) {
      asked = withoutDeadlines(asked, problem);
      found = way.apply(asked);
    }
    // What cannot go back stays in its carrier: no plan can do anything about it.
    var served = asked.without(requests(found.unplanned())).keeping(stranded(found));
    return new Attempt(served, found, PlanCheck.of(served).judge(found.plan()));
  }

  private static SortedSet<Integer> stranded(PlannedRetrieval found) {
    var stranded = new TreeSet<Integer>();
    found.stranded().forEach(tube -> stranded.add(tube.tube()));
    found.plan().ops().stream()
        .filter(PlanOp.Place.class::isInstance)
        .flatMap(op -> ((PlanOp.Place) op).places().stream())
        .forEach(placed -> stranded.remove(placed.tube()));
    return stranded;
  }

  /** A deadline ends a job only before its first lift; afterwards it is served late. */
  private static boolean leavesBegunJobs(PlanningProblem problem, PlannedRetrieval found) {
    return found.unplanned().stream()
        .filter(unplanned -> unplanned.constraint().equals("deadline"))
        .map(unplanned -> problem.names().request(unplanned.request()).job())
        .anyMatch(job -> problem.begun().contains(job));
  }

  private static Instance withoutDeadlines(Instance instance, PlanningProblem problem) {
    var jobs = instance.jobs().stream().map(job -> withoutDeadline(job, problem)).toList();
    return instance.withJobs(jobs);
  }

  private static InstanceJob withoutDeadline(InstanceJob job, PlanningProblem problem) {
    var first = job.requests().get(0).id();
    return problem.begun().contains(problem.names().request(first).job())
        ? new InstanceJob(
            job.id(),
            job.priority(),
            job.releaseSeconds(),
            job.dueSeconds(),
            OptionalDouble.empty(),
            job.port(),
            job.pickers(),
            job.requests())
        : job;
  }

  private static SortedSet<Integer> requests(List<Unplanned> unplanned) {
    var requests = new TreeSet<Integer>();
    unplanned.forEach(u -> requests.add(u.request()));
    return requests;
  }

  private PlanningOutcome.Passed passed(
      PlanningProblem problem, Attempt attempt, List<String> complaints) {
    var served = attempt.served;
    var fifo = baseline.plan(served, 0, StopCondition.afterIterations(0)).plan();
    return new PlanningOutcome.Passed(
        problem,
        served,
        attempt.found.plan(),
        attempt.verdict,
        attempt.found.unplanned(),
        strandedTubes(problem, attempt.found),
        LowerBound.cheap(served),
        PlanCheck.of(served).judge(fifo).exposure().totalTs(),
        complaints);
  }

  private static SortedSet<TubeId> strandedTubes(PlanningProblem problem, PlannedRetrieval found) {
    var tubes = new TreeSet<TubeId>();
    stranded(found).forEach(id -> tubes.add(problem.names().tube(id)));
    return tubes;
  }

  private static List<String> complaints(PlanningProblem problem, Attempt attempt) {
    return attempt.verdict.violations().stream()
        .limit(MOST_COMPLAINTS)
        .map(Violation::toString)
        .map(problem.clock()::inWords)
        .map(problem.names()::inWords)
        .toList();
  }
}
