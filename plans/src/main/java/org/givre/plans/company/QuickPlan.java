package org.givre.plans.company;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.PlanOp.Lift;
import org.givre.plans.instance.PlanOp.Unload;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;

/** A plan that was searched for a moment or not at all, and what the judge says it comes to. */
final class QuickPlan {
  private static final long MOST_ITERATIONS = 300;

  /** Iterations times requests: some tens of milliseconds. */
  private static final long SEARCH = 60_000;

  private final Instance instance;
  private final PlannedRetrieval planned;
  private final Verdict verdict;

  private QuickPlan(Instance instance, PlannedRetrieval planned) {
    this.instance = instance;
    this.planned = planned;
    this.verdict = PlanCheck.of(instance).judge(planned.plan());
  }

  /** The planner's first plan. */
  static QuickPlan first(RetrievalPlanner planner, Instance instance, long seed) {
    return new QuickPlan(instance, planner.plan(instance, seed, StopCondition.afterIterations(0)));
  }

  /**
   * A plan that was searched: a first plan would make what it is compared with look too good. The
   * larger the instance, the fewer iterations, for each takes longer and brings less.
   */
  static QuickPlan searched(RetrievalPlanner planner, Instance instance, long seed) {
    long iterations = SEARCH / Math.max(1, instance.requests().size());
    var stop = StopCondition.afterIterations(Math.min(MOST_ITERATIONS, iterations));
    return new QuickPlan(instance, planner.plan(instance, seed, stop));
  }

  List<Lift> lifts() {
    return planned.plan().ops().stream()
        .filter(Lift.class::isInstance)
        .map(Lift.class::cast)
        .toList();
  }

  /** The tubes that it takes for these requests. */
  SortedSet<Integer> tubes(Set<Integer> requests) {
    var tubes = new TreeSet<Integer>();
    for (var lift : lifts()) {
      for (var pick : lift.picks()) {
        if (requests.contains(pick.request())) {
          tubes.add(pick.tube());
        }
      }
    }
    return tubes;
  }

  /** Requests that it serves. */
  Set<Integer> served() {
    return new TreeSet<>(verdict.requestDeliveredSeconds().keySet());
  }

  /** From now to the job's last delivery. */
  double serviceSeconds(InstanceJob job) {
    double now = instance.nowSeconds();
    return verdict.jobDeliveredSeconds().getOrDefault(job.id(), now) - now;
  }

  /** Whether all jobs that are due later would be in time, even if it took longer than planned. */
  boolean isPunctual() {
    return instance.jobs().stream().allMatch(this::isPunctual);
  }

  private boolean isPunctual(InstanceJob job) {
    double left = job.dueSeconds().orElse(Double.POSITIVE_INFINITY) - instance.nowSeconds();
    return left <= 0 || CompanyTerms.SERVICE_FACTOR * serviceSeconds(job) <= left;
  }

  /** The share that each of {@code jobs} has of the exposure. */
  SortedMap<Integer, Double> shares(Set<Integer> jobs) {
    var shares = shares();
    shares.keySet().retainAll(jobs);
    return shares;
  }

  /** Each job's share of the exposure, a lift's by picks and an unload's by tubes. */
  private SortedMap<Integer, Double> shares() {
    var jobs = new HashMap<Integer, Integer>();
    instance.jobs().forEach(job -> job.requests().forEach(r -> jobs.put(r.id(), job.id())));
    var tubes = new HashMap<Integer, Integer>();
    for (var picker : instance.pickers()) {
      for (var carried : picker.initialLoad()) {
        carried.request().ifPresent(request -> tubes.put(carried.tube(), request));
      }
    }
    lifts().forEach(lift -> lift.picks().forEach(p -> tubes.put(p.tube(), p.request())));
    var shares = new TreeMap<Integer, Double>();
    for (var evaluated : verdict.ops()) {
      var requests = requests(planned.plan().ops().get(evaluated.op()), tubes);
      double each = evaluated.exposure().totalTs() / requests.size();
      requests.forEach(request -> shares.merge(jobs.getOrDefault(request, -1), each, Double::sum));
    }
    return shares;
  }

  private static List<Integer> requests(PlanOp op, Map<Integer, Integer> requestOfTube) {
    if (op instanceof Lift lift) {
      return lift.picks().stream().map(pick -> pick.request()).toList();
    }
    return op instanceof Unload unload
        ? unload.tubes().stream().map(tube -> requestOfTube.getOrDefault(tube, -1)).toList()
        : List.of();
  }
}
