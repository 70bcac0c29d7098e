package org.givre.orchestrator.dispatch;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.plans.store.JobId;

/**
 * An ended task on its way to the jobs that it served. A lift's exposure is split by picks, by the
 * planned ones if none succeeded; a delivery's, in the carrier and at the port, is its job's.
 */
final class Settlement {
  private final PickerTask task;
  private final TaskEnded ended;
  private final SortedMap<JobId, Double> shares = new TreeMap<>();
  private final SortedSet<JobId> awaited;

  Settlement(PickerTask task, TaskEnded ended) {
    this.task = task;
    this.ended = ended;
    ended.missed().forEach(missed -> shares.put(missed.job(), 0.0));
    if (task instanceof LiftTask lift) {
      share(lift);
    }
    ended.deliveries().forEach(d -> shares.merge(d.job(), d.portSideTubeSeconds(), Double::sum));
    awaited = new TreeSet<>(shares.keySet());
  }

  private void share(LiftTask lift) {
    lift.picks().forEach(pick -> shares.put(pick.job(), 0.0));
    if (ended.picked().isEmpty()) {
      var each = ended.rackTubeSeconds() / lift.picks().size();
      lift.picks().forEach(pick -> shares.merge(pick.job(), each, Double::sum));
    } else {
      var each = ended.rackTubeSeconds() / ended.picked().size();
      ended.picked().forEach(picked -> shares.merge(picked.job(), each, Double::sum));
    }
  }

  TaskEnded ended() {
    return ended;
  }

  PickerTask task() {
    return task;
  }

  /** The job's share of the exposure, weighted tube-seconds. */
  double tubeSeconds(JobId job) {
    return shares.getOrDefault(job, 0.0);
  }

  /** Jobs that have not noted it yet. */
  SortedSet<JobId> awaited() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(awaited));
  }

  void noted(JobId job) {
    awaited.remove(job);
  }

  boolean isComplete() {
    return awaited.isEmpty();
  }

  /** Whether it went otherwise than planned, so that the rest must be planned again. */
  boolean isDisturbed() {
    return !ended.fault().isEmpty() || !ended.missed().isEmpty() || done() < asked();
  }

  private int done() {
    return ended.picked().size() + ended.deliveries().size();
  }

  private int asked() {
    return task instanceof LiftTask lift ? lift.picks().size() : ((UnloadTask) task).tubes().size();
  }

  /** What disturbed it, in a word. */
  String disturbance() {
    return ended.fault().isEmpty() ? "tube-missed" : "fault";
  }
}
