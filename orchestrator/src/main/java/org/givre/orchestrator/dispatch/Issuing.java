package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.RackTask;
import org.givre.devices.rack.RackCommand.Kept;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * Which tasks may be issued: the next of an idle picker, once its rack's earlier lifts are over,
 * its jobs may begin, and the rack has confirmed its tubes or wells and has re-cooled.
 */
final class Issuing {
  private final SortedMap<String, Check> checks = new TreeMap<>();

  /** A lift or put-back whose rack has been asked. */
  private static final class Check {
    private final RackTask task;
    private final SortedSet<JobId> awaited;

    Check(RackTask task, SortedSet<JobId> jobs) {
      this.task = task;
      awaited = new TreeSet<>(jobs);
    }

    boolean awaits(RackAnswer answer) {
      return task instanceof PlaceTask == answer.forPutBack()
          && task.rack().equals(answer.rack())
          && awaited.contains(answer.job());
    }
  }

  /**
   * A rack's answer for one job.
   *
   * @param contradicted tubes that are not there or are another job's; or whose well is taken
   */
  record RackAnswer(
      boolean forPutBack,
      RackId rack,
      JobId job,
      SortedSet<TubeId> contradicted,
      Instant notBefore) {
    static RackAnswer of(Reserved reserved) {
      var contradicted = new TreeSet<>(reserved.heldByOthers().keySet());
      contradicted.addAll(reserved.notHere());
      return new RackAnswer(
          false, reserved.rack(), reserved.job(), contradicted, reserved.notBefore());
    }

    static RackAnswer of(Kept kept) {
      return new RackAnswer(true, kept.rack(), kept.job(), kept.refused(), kept.notBefore());
    }
  }

  /** What a rack's answer means for the task that it was asked for. */
  enum Answer {
    /** Nothing was asked, or not all jobs have been answered for. */
    NOTHING_YET,
    /** The lift may take place. */
    CLEARED,
    /** The rack has to re-cool first. */
    TOO_EARLY,
    /** A tube is not there or is another job's, or its well is taken. */
    CONTRADICTED
  }

  /** An answer and the task that it is about. */
  record Checked(Answer answer, String taskId) {}

  /** The picker's next task, if nothing but its rack or the time is in the way. */
  Optional<PlannedTask> candidate(DispatchState state, PickerId picker) {
    return state
        .next(picker)
        .filter(task -> !checks.containsKey(task.task().taskId()))
        .filter(task -> !state.waitsForRack(task));
  }

  /** Notes that the rack has been asked for each of the jobs. */
  void asked(RackTask task, SortedSet<JobId> jobs) {
    checks.put(task.taskId(), new Check(task, jobs));
  }

  /** Notes what the rack has answered. */
  Checked answered(RackAnswer answer, Instant now) {
    var check = checks.values().stream().filter(c -> c.awaits(answer)).findFirst();
    if (check.isEmpty()) {
      return new Checked(Answer.NOTHING_YET, "");
    }
    var taskId = check.get().task.taskId();
    check.get().awaited.remove(answer.job());
    var result = result(check.get(), answer, now);
    if (result != Answer.NOTHING_YET) {
      checks.remove(taskId);
    }
    return new Checked(result, taskId);
  }

  private static Answer result(Check check, RackAnswer answer, Instant now) {
    if (!answer.contradicted().isEmpty()) {
      return Answer.CONTRADICTED;
    }
    if (!check.awaited.isEmpty()) {
      return Answer.NOTHING_YET;
    }
    return answer.notBefore().isAfter(now) ? Answer.TOO_EARLY : Answer.CLEARED;
  }

  /** Forgets what was asked: the plan changes, or answers were lost. */
  void forgetChecks() {
    checks.clear();
  }
}
