package org.givre.orchestrator.dispatch.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchState;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.plans.check.OpEvaluation;
import org.givre.plans.explain.Explainer;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.StopCondition;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;

/**
 * A plan that was adopted and what it was reckoned on, so that it can be explained. Safe for any
 * thread; what explaining needs is made when it is first asked for.
 */
public final class AdoptedPlan {
  /** Rounding of sums, as a share: where a plan is the best, its bound is its exposure. */
  private static final double ROUNDING = 1e-6;

  private final long version;
  private final Passed passed;
  private Optional<Explainer> explainer = Optional.empty();

  /** The plan of that version. */
  public AdoptedPlan(long version, Passed passed) {
    this.version = version;
    this.passed = passed;
  }

  public long version() {
    return version;
  }

  /** When the plan was to begin, in engine time: second 0 of its instance. */
  public Instant origin() {
    return passed.problem().clock().origin();
  }

  /** Weighted tube-seconds that no plan for the same requests can fall below, as known by now. */
  public double lowerBoundTubeSeconds(DispatchState now) {
    return now.plan()
        .filter(plan -> plan.version() == version)
        .map(PlanAdopted::lowerBoundTubeSeconds)
        .orElse(passed.lowerBoundTubeSeconds());
  }

  /**
   * A bound that is searched until {@code stop}, never above the plan's exposure; seconds for
   * thousands of requests.
   *
   * @throws IllegalStateException when the bound and the judge contradict each other
   */
  public double searchedBoundTubeSeconds(StopCondition stop) {
    if (stop.reached(0)) {
      return passed.lowerBoundTubeSeconds();
    }
    double exposure = passed.verdict().exposure().totalTs();
    double bound = LowerBound.strong(passed.served(), stop);
    if (bound > exposure * (1 + ROUNDING)) {
      throw new IllegalStateException(
          "Plan %d has an exposure of %s, below its lower bound of %s"
              .formatted(version, exposure, bound));
    }
    return Math.min(bound, exposure);
  }

  /** Answers questions about it; takes as long as judging it when it is asked for first. */
  public synchronized Explainer explainer() {
    var known = explainer.orElseGet(() -> new Explainer(passed.served(), passed.plan()));
    explainer = Optional.of(known);
    return known;
  }

  /** The names of its ids, and how far its operations have come. */
  public StoreTerms terms(DispatchState now) {
    return new StoreTerms(passed.problem(), progress(now));
  }

  /** What has become of each operation: tasks were made of them in the order of their start. */
  private SortedMap<Integer, String> progress(DispatchState now) {
    var operations =
        passed.verdict().ops().stream()
            .sorted(Comparator.comparingDouble(OpEvaluation::startSeconds))
            .map(OpEvaluation::op)
            .toList();
    var tasks = now.plan().filter(plan -> plan.version() == version).map(PlanAdopted::tasks);
    var progress = new TreeMap<Integer, String>();
    for (int i = 0; i < tasks.map(List::size).orElse(0); i++) {
      var task = tasks.orElseThrow().get(i).task().taskId();
      progress.put(operations.get(i), progress(task, now));
    }
    return progress;
  }

  private static String progress(String task, DispatchState now) {
    if (now.waiting().containsKey(task)) {
      return "PLANNED";
    }
    return now.issued().containsKey(task) ? "RUNNING" : "DONE";
  }

  /** The id of a job that has a place in it. */
  public OptionalInt job(JobId job) {
    return passed.served().jobs().stream()
        .filter(one -> passed.problem().names().job(one.id()).equals(job))
        .mapToInt(InstanceJob::id)
        .findFirst();
  }

  /** The id of a request that it serves. */
  public OptionalInt request(JobId job, int index) {
    var key = new RequestKey(job, index);
    return passed.served().requests().stream()
        .mapToInt(Request::id)
        .filter(id -> passed.problem().request(id).equals(key))
        .findFirst();
  }

  /** Why it leaves a request out. */
  public Optional<LeftOut> leftOut(JobId job, int index) {
    var key = new RequestKey(job, index);
    return PlanTranslation.leftOut(passed).stream()
        .filter(left -> left.request().equals(key))
        .findFirst();
  }

  /** Numbers of its lifts of a rack by their start, those first that pick for a job. */
  public List<Integer> lifts(RackId rack, JobId job) {
    var ops = passed.plan().ops();
    var lifts = new ArrayList<Integer>();
    for (int number = 0; number < ops.size(); number++) {
      if (ops.get(number) instanceof PlanOp.Lift lift
          && passed.problem().names().rack(lift.rack()).equals(rack)) {
        lifts.add(number);
      }
    }
    lifts.sort(
        Comparator.comparing((Integer number) -> !isFor(number, job))
            .thenComparing(number -> ops.get(number).startSeconds()));
    return lifts;
  }

  private boolean isFor(int number, JobId job) {
    return ((PlanOp.Lift) passed.plan().ops().get(number))
        .picks().stream()
            .anyMatch(pick -> passed.problem().request(pick.request()).job().equals(job));
  }
}
