package org.givre.orchestrator.feed;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/** Which jobs a task, an order or a tube on its way belongs to. */
record ConcernedJobs(TaskLookup tasks) {
  SortedSet<JobId> ofTask(String taskId, long offset) {
    return tasks.task(taskId).map(task -> of(task, offset)).orElseGet(TreeSet::new);
  }

  SortedSet<JobId> ofOrder(String orderId, long offset) {
    return tasks.taskOfOrder(orderId).map(task -> of(task, offset)).orElseGet(TreeSet::new);
  }

  Optional<JobId> ofTube(TubeId tube, long offset) {
    return tasks.jobOf(tube, offset);
  }

  Optional<PickerTask> taskOfOrder(String orderId) {
    return tasks.taskOfOrder(orderId);
  }

  /**
   * A lift names the jobs that it picks or places for; an unload serves those its tubes were picked
   * for.
   */
  SortedSet<JobId> of(PickerTask task, long offset) {
    var jobs = new TreeSet<JobId>();
    if (task instanceof LiftTask lift) {
      lift.picks().forEach(pick -> jobs.add(pick.job()));
    } else if (task instanceof PlaceTask place) {
      place.places().forEach(tube -> jobs.add(tube.job()));
    } else if (task instanceof UnloadTask unload) {
      unload.tubes().forEach(tube -> ofTube(tube, offset).ifPresent(jobs::add));
    }
    return jobs;
  }
}
