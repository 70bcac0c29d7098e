package org.givre.orchestrator.dispatch;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.planning.LeftOut;
import org.givre.orchestrator.dispatch.planning.PlanShares;
import org.givre.orchestrator.dispatch.planning.PlanTranslation;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Makes of what a round came to what is journalled. */
final class Plans {
  private final DispatchSite site;
  private final DispatchState state;
  private final Workload workload;

  Plans(DispatchSite site, DispatchState state, Workload workload) {
    this.site = site;
    this.state = state;
    this.workload = workload;
  }

  /** The event of a plan that has passed; what it leaves out blocks its jobs. */
  PlanAdopted adopted(Passed passed, String cause, long seed) {
    PlanTranslation.leftOut(passed).forEach(left -> left.block(passed.problem().obstacles()));
    var tasks = PlanTranslation.tasks(passed, site.taskIds());
    var jobs = new PlanShares(site.store().timing(), tasks, carried()).jobs();
    return new PlanAdopted(
        state.version() + 1,
        cause,
        passed.plan().policy(),
        seed,
        passed.verdict().exposure().totalTs(),
        passed.lowerBoundTubeSeconds(),
        passed.fifoTubeSeconds(),
        tasks,
        List.copyOf(jobs));
  }

  /** What is in carriers, and what running lifts put there. */
  private SortedMap<TubeId, RequestKey> carried() {
    var carried = new TreeMap<>(workload.carried());
    for (var task : state.issued().values()) {
      if (task.task() instanceof LiftTask lift) {
        lift.picks().forEach(p -> carried.put(p.tube(), new RequestKey(p.job(), p.request())));
      }
    }
    return carried;
  }

  /** A plan in a line of the log. */
  static String words(PlanAdopted plan) {
    return "plan=%d cause=\"%s\" jobs=%d tasks=%d exposure=%d bound=%d fifo=%d"
        .formatted(
            plan.version(),
            plan.cause(),
            plan.jobs().size(),
            plan.tasks().size(),
            Math.round(plan.exposureTubeSeconds()),
            Math.round(plan.lowerBoundTubeSeconds()),
            Math.round(plan.fifoTubeSeconds()));
  }

  /** The event of a plan that has nothing to do. */
  static PlanAdopted nothing(DispatchState state, String cause) {
    return new PlanAdopted(
        state.version() + 1, cause, "none", 0, 0, 0, 0, List.of(), List.<JobId>of());
  }

  /** Everything that was to be planned, where no valid plan was found. */
  static List<LeftOut> all(PlanningProblem problem, String why) {
    return problem.requests().stream()
        .map(request -> new LeftOut(request, "no-valid-plan", why))
        .toList();
  }
}
