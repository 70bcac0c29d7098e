package org.givre.orchestrator.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.givre.orchestrator.dispatch.planning.LeftOut;
import org.givre.orchestrator.dispatch.planning.Obstacles.GoneTube;
import org.givre.orchestrator.dispatch.planning.PlanTranslation;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Rejected;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.plans.store.JobId;

/** What the last rounds of planning came to, so that a second look does not plan in vain. */
final class PlanMemory {
  /** The index lags by far less than this many rechecks: then the rack has the last word. */
  private static final int UNLOCATED_PATIENCE = 3;

  private final SortedMap<RequestKey, Integer> unlocated = new TreeMap<>();
  private List<LeftOut> leftOut = List.of();
  private SortedSet<JobId> begun = new TreeSet<>();
  private SortedSet<Integer> fitPickers = new TreeSet<>();

  private boolean stalled;
  private boolean obstructed;

  /** Whether the plan that is left must not go on, though there is no better one. */
  boolean stalled() {
    return stalled;
  }

  /** Whether something was in the way of a job. */
  boolean obstructed() {
    return obstructed;
  }

  /** Tells {@code tell} what is gone for good: known so, or looked for in vain often enough. */
  void tellGone(PlanningProblem problem, BiConsumer<RequestKey, GoneTube> tell) {
    var obstacles = problem.obstacles();
    obstacles.gone().forEach(tell);
    unlocated.keySet().retainAll(obstacles.unlocated().keySet());
    obstacles
        .unlocated()
        .forEach(
            (request, tube) -> {
              if (unlocated.merge(request, 1, Integer::sum) >= UNLOCATED_PATIENCE) {
                tell.accept(request, tube);
              }
            });
  }

  /**
   * Requests that need no other plan: the adopted one serves them, or none can. Empty where the
   * adopted plan cannot stay as it is.
   */
  Optional<SortedSet<RequestKey>> served(
      PlanningProblem problem, DispatchState state, Workload workload) {
    var served = workload.covered(state);
    hopeless(problem).forEach(left -> served.add(left.request()));
    var stays =
        !stalled
            && state.tubesLeaving().containsAll(problem.returning().keySet())
            && fitPickers.equals(problem.fitPickers());
    return stays ? Optional.of(served) : Optional.empty();
  }

  /** A plan was found; what it leaves out. */
  List<LeftOut> planned(Passed passed) {
    var without = PlanTranslation.leftOut(passed);
    planned(passed.problem(), without);
    return without;
  }

  /** A plan was found {@code without} these. */
  void planned(PlanningProblem problem, List<LeftOut> without) {
    remember(problem, without);
    stalled = false;
  }

  /**
   * No plan could be had, and all are left out.
   *
   * @param harmless whether the old plan is as good as it was
   */
  void rejected(Rejected rejected, boolean harmless) {
    var why = String.join("; ", rejected.complaints());
    remember(rejected.problem(), Plans.all(rejected.problem(), why));
    stalled = !harmless;
  }

  private void remember(PlanningProblem problem, List<LeftOut> without) {
    leftOut = without;
    begun = problem.begun();
    fitPickers = problem.fitPickers();
    block(problem);
  }

  /** Says what another plan would leave out as well. */
  void block(PlanningProblem problem) {
    hopeless(problem).forEach(left -> left.block(problem.obstacles()));
  }

  /** Not those of a job that has begun since: its deadline does not bind it any more. */
  private Stream<LeftOut> hopeless(PlanningProblem problem) {
    var open = problem.requests();
    return leftOut.stream()
        .filter(left -> open.contains(left.request()))
        .filter(left -> !hasBegunSince(left.request().job(), problem));
  }

  private boolean hasBegunSince(JobId job, PlanningProblem problem) {
    return problem.begun().contains(job) && !begun.contains(job);
  }

  /** The round is over. */
  void ended(PlanningProblem problem) {
    obstructed = problem.obstacles().obstruct();
  }
}
