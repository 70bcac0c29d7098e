package org.givre.orchestrator.dispatch;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * An ended task on its way to the jobs that it served. A lift's exposure is split by picks, a
 * put-back's by tubes, both by the planned ones if none succeeded; a tube's own, in the carrier and
 * at the port, is its job's. A task that was taken back concerns no job: none has heard of it.
 */
final class Settlement {
  private final PickerTask task;
  private final TaskEnded ended;
  private final SortedMap<JobId, Double> shares = new TreeMap<>();
  private final SortedSet<JobId> awaited;

  Settlement(PickerTask task, TaskEnded ended) {
    this.task = task;
    this.ended = ended;
    missed().forEach(missed -> shares.put(missed.job(), 0.0));
    if (task instanceof LiftTask lift && !ended.recalled()) {
      share(
          lift.picks().stream().map(TubeToPick::job).toList(),
          ended.picked().stream().map(ServedRequest::job).toList());
    }
    if (task instanceof PlaceTask place && !ended.recalled()) {
      share(
          place.places().stream().map(TubeToPlace::job).toList(),
          ended.returned().stream().map(Returned::job).toList());
    }
    ended.deliveries().forEach(d -> shares.merge(d.job(), d.portSideTubeSeconds(), Double::sum));
    ended.returned().forEach(r -> shares.merge(r.job(), r.carrierTubeSeconds(), Double::sum));
    awaited = new TreeSet<>(shares.keySet());
  }

  private void share(List<JobId> planned, List<JobId> done) {
    planned.forEach(job -> shares.put(job, 0.0));
    var served = done.isEmpty() ? planned : done;
    var each = ended.rackTubeSeconds() / served.size();
    served.forEach(job -> shares.merge(job, each, Double::sum));
  }

  TaskEnded ended() {
    return ended;
  }

  /** Requests whose tube was not there. A tube that found its well taken is: in its carrier. */
  List<MissedRequest> missed() {
    return ended.missed().stream().filter(missed -> !isHomeless(missed)).toList();
  }

  /** Tubes that were to be put back and found their well taken. */
  List<TubeId> homeless() {
    return ended.missed().stream().filter(this::isHomeless).map(MissedRequest::tube).toList();
  }

  private boolean isHomeless(MissedRequest missed) {
    return task instanceof PlaceTask && missed.finding() == Finding.MISMATCH;
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
    return ended.picked().size() + ended.deliveries().size() + ended.returned().size();
  }

  private int asked() {
    if (task instanceof LiftTask lift) {
      return lift.picks().size();
    }
    return task instanceof PlaceTask place
        ? place.places().size()
        : ((UnloadTask) task).tubes().size();
  }

  /** What disturbed it, in a word. */
  String disturbance() {
    if (ended.recalled()) {
      return "recalled";
    }
    return ended.fault().isEmpty() ? "tube-missed" : "fault";
  }
}
