package org.givre.orchestrator.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.InstanceBuilder;
import org.givre.orchestrator.dispatch.planning.PlanClock;
import org.givre.orchestrator.dispatch.planning.PlanShares;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Plans what a survey has found, and compares it with the plan that is adopted. */
final class PreviewRound {
  private static final String CAUSE = "preview";

  private final DispatchSite site;
  private final List<JobId> previewed;
  private final Survey survey;
  private final DispatchState state;
  private final Workload workload = new Workload();

  PreviewRound(DispatchSite site, List<JobId> previewed, Survey survey) {
    this.site = site;
    this.previewed = previewed;
    this.survey = survey;
    this.state = survey.work().state();
    survey.work().offers().values().forEach(workload::add);
  }

  /** Takes as long as a round of dispatch searches on the wall at ordinary speed. */
  Preview run() {
    var budget = site.settings().planning().most();
    var origin = site.time().now().plus(engineTime(budget));
    var problem =
        new InstanceBuilder(site.store()).build(survey.input(CAUSE, new PlanClock(origin)));
    if (problem.isEmpty()) {
      return preview(Optional.of(Plans.nothing(state, CAUSE)), problem, new TreeMap<>());
    }
    var outcome = site.round().run(problem, site.settings().planning().seed(), budget);
    if (outcome instanceof Passed passed) {
      var plan =
          new Plans(site, state, workload)
              .adopted(passed, CAUSE, site.settings().planning().seed());
      return preview(Optional.of(plan), problem, tubes(passed));
    }
    Plans.all(problem, String.join("; ", outcome.complaints()))
        .forEach(left -> left.block(problem.obstacles()));
    return preview(Optional.empty(), problem, new TreeMap<>());
  }

  private Duration engineTime(Duration wall) {
    return Duration.ofNanos(Math.round(wall.toNanos() * site.time().speed()));
  }

  private static SortedMap<TubeId, Double> tubes(Passed passed) {
    var tubes = new TreeMap<TubeId, Double>();
    var moved = passed.problem().movedBy(passed.plan());
    passed
        .verdict()
        .tubeWeightedSeconds()
        .forEach(
            (id, seconds) -> {
              if (moved.contains(id)) {
                tubes.put(passed.problem().tube(id), seconds);
              }
            });
    return tubes;
  }

  private Preview preview(
      Optional<PlanAdopted> plan, PlanningProblem problem, SortedMap<TubeId, Double> tubes) {
    var blockers = new TreeMap<JobId, List<Blocker>>();
    for (var job : problem.obstacles().blockedJobs()) {
      blockers.put(job, problem.obstacles().of(job));
    }
    var deliveries = deliveries(plan.map(PlanAdopted::tasks), blockers.keySet());
    return new Preview(plan, previewed, tubes, blockers, deliveries);
  }

  /** Nobody knows when the last tube of a job comes that something is in the way of. */
  private List<Preview.Delivery> deliveries(Optional<List<PlannedTask>> tasks, Set<JobId> blocked) {
    var before = shares(state.open().toList());
    var after =
        shares(
            Stream.concat(state.issued().values().stream(), tasks.stream().flatMap(List::stream))
                .toList());
    var deliveries = new ArrayList<Preview.Delivery>();
    for (var waiting : workload.jobs()) {
      var job = waiting.job();
      var last = after.lastDelivery(job).filter(known -> !blocked.contains(job));
      deliveries.add(new Preview.Delivery(job, before.lastDelivery(job), last));
    }
    return deliveries;
  }

  private PlanShares shares(List<PlannedTask> tasks) {
    return new PlanShares(site.store().timing(), tasks, workload.carried());
  }
}
