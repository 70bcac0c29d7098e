package org.givre.orchestrator.dispatch.planning;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.JobId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;

/**
 * All that a round of planning knows.
 *
 * @param name of the instance
 * @param clock its origin is when the plan may begin
 * @param jobs to be served, first come first
 * @param running tasks that stay as they are
 * @param located rack where each candidate was last known to stand
 * @param carriers what becomes of tubes in carriers
 * @param contents what the tubes in carriers are
 */
public record PlanningInput(
    String name,
    PlanClock clock,
    List<Offered> jobs,
    List<RunningTask> running,
    StorePicture picture,
    SortedMap<TubeId, RackId> located,
    CarrierRules carriers,
    SortedMap<TubeId, Tube> contents) {
  public PlanningInput {
    jobs = List.copyOf(jobs);
    running = List.copyOf(running);
    located = Collections.unmodifiableSortedMap(new TreeMap<>(located));
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
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

  /** What running put-backs will have put into {@code rack}. */
  List<TubeToPlace> runningPlaces(RackId rack) {
    return running.stream()
        .filter(running -> running.task() instanceof PlaceTask place && place.rack().equals(rack))
        .flatMap(running -> ((PlaceTask) running.task()).places().stream())
        .toList();
  }

  /** What running unloads and put-backs will have taken out of carriers. */
  SortedSet<TubeId> leavingCarriers() {
    var leaving = new TreeSet<TubeId>();
    for (var task : running) {
      if (task.task() instanceof UnloadTask unload) {
        leaving.addAll(unload.tubes());
      } else if (task.task() instanceof PlaceTask place) {
        place.places().forEach(p -> leaving.add(p.tube().id()));
      }
    }
    return leaving;
  }
}
