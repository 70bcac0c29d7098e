package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.PlanShares;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.job.Underway;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;

/**
 * What is under way for a job, and by when all that is planned for it will be over.
 *
 * @param promisedAt as the late estimate of a plan: it holds unless a device fails
 */
record Standing(List<Underway> underway, Instant promisedAt) {
  Standing {
    underway = List.copyOf(underway);
  }

  /** How {@code job} stands {@code now}, by the tasks that are issued or about to be. */
  static Standing of(JobId job, DispatchState state, Workload workload, Times times) {
    var underway =
        state
            .open()
            .filter(task -> times.isUnderway(state, task))
            .filter(task -> workload.jobsOf(task.task()).contains(job))
            .map(task -> underway(job, task, workload, times))
            .toList();
    var issued = underway.stream().map(Underway::expectedEnd);
    var planned =
        state.waiting().values().stream()
            .filter(task -> workload.jobsOf(task.task()).contains(job))
            .map(PlannedTask::end);
    var last =
        Stream.concat(issued, planned)
            .max(Instant::compareTo)
            .map(end -> PlanShares.late(end, times.now()))
            .orElse(times.now());
    return new Standing(underway, last);
  }

  /**
   * When tasks began, and what time it is.
   *
   * @param soon ids of tasks that are about to be issued
   */
  record Times(TaskProgress progress, Set<String> soon, Instant now) {
    private boolean isUnderway(DispatchState state, PlannedTask task) {
      var id = task.task().taskId();
      return soon.contains(id) || state.issued().containsKey(id);
    }
  }

  private static Underway underway(JobId job, PlannedTask task, Workload workload, Times times) {
    var running = times.progress().of(task, times.now());
    return new Underway(
        task.task().taskId(),
        rack(task.task()),
        running.expectedEnd().minus(running.length()),
        running.expectedEnd(),
        requests(job, workload.requestsOf(task.task())));
  }

  private static Optional<RackId> rack(PickerTask task) {
    return task instanceof RackTask lift ? Optional.of(lift.rack()) : Optional.empty();
  }

  private static SortedSet<Integer> requests(JobId job, List<RequestKey> all) {
    return all.stream()
        .filter(request -> request.job().equals(job))
        .map(RequestKey::request)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
