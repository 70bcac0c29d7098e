package org.givre.orchestrator.dispatch.planning;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * All that a round of planning knows.
 *
 * @param name of the instance
 * @param clock its origin is when the plan may begin
 * @param jobs that wait, first come first
 * @param running tasks that stay as they are
 * @param located rack where each candidate was last known to stand
 */
public record PlanningInput(
    String name,
    PlanClock clock,
    List<Offered> jobs,
    List<RunningTask> running,
    StorePicture picture,
    SortedMap<TubeId, RackId> located) {
  public PlanningInput {
    jobs = List.copyOf(jobs);
    running = List.copyOf(running);
    located = Collections.unmodifiableSortedMap(new TreeMap<>(located));
  }

  /** The jobs that wait, by id. */
  SortedSet<JobId> jobIds() {
    return jobs.stream().map(Offered::job).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What running lifts will have put into carriers. */
  List<TubeToPick> runningPicks() {
    return running.stream()
        .filter(running -> running.task() instanceof LiftTask)
        .flatMap(running -> ((LiftTask) running.task()).picks().stream())
        .toList();
  }

  /** What running unloads will have delivered. */
  SortedSet<TubeId> runningUnloads() {
    return running.stream()
        .filter(running -> running.task() instanceof UnloadTask)
        .flatMap(running -> ((UnloadTask) running.task()).tubes().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
