package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;

/**
 * Which tasks may be issued: the next of an idle picker, once its rack's earlier lifts are over,
 * its jobs may begin, the rack has confirmed its tubes and has re-cooled.
 */
final class Issuing {
  private final SortedMap<String, Check> checks = new TreeMap<>();
  private final SortedSet<PickerId> unfit = new TreeSet<>();

  /** A lift whose rack has been asked. */
  private static final class Check {
    private final LiftTask lift;
    private final SortedSet<JobId> awaited = new TreeSet<>();

    Check(LiftTask lift) {
      this.lift = lift;
      lift.picks().forEach(pick -> awaited.add(pick.job()));
    }

    boolean isOf(Reserved answer) {
      return lift.rack().equals(answer.rack()) && awaited.contains(answer.job());
    }
  }

  /** What a rack's answer means for the lift that it was asked for. */
  enum Answer {
    /** Nothing was asked, or not all jobs have been answered for. */
    NOTHING_YET,
    /** The lift may take place. */
    CLEARED,
    /** The rack has to re-cool first. */
    TOO_EARLY,
    /** A tube is not there, or is another job's. */
    CONTRADICTED
  }

  /** An answer and the lift that it is about. */
  record Checked(Answer answer, String taskId) {}

  /** The picker's next task, if nothing but its rack or the time is in the way. */
  Optional<PlannedTask> candidate(DispatchState state, PickerId picker) {
    return state
        .next(picker)
        .filter(task -> !unfit.contains(picker))
        .filter(task -> !checks.containsKey(task.task().taskId()))
        .filter(task -> !state.waitsForRack(task));
  }

  /** When all jobs of the task may begin. */
  static Instant release(PlannedTask task, Function<JobId, Optional<Offered>> jobs) {
    return jobsOf(task).stream()
        .flatMap(job -> jobs.apply(job).stream())
        .flatMap(offer -> offer.spec().notBefore().stream())
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  /** Jobs that a lift picks for; none for an unload. */
  static SortedSet<JobId> jobsOf(PlannedTask task) {
    var jobs = new TreeSet<JobId>();
    if (task.task() instanceof LiftTask lift) {
      lift.picks().stream().map(TubeToPick::job).forEach(jobs::add);
    }
    return jobs;
  }

  /** Notes that the rack has been asked. */
  void asked(LiftTask lift) {
    checks.put(lift.taskId(), new Check(lift));
  }

  /** Notes what the rack has answered. */
  Checked answered(Reserved answer, Instant now) {
    var check = checks.values().stream().filter(c -> c.isOf(answer)).findFirst();
    if (check.isEmpty()) {
      return new Checked(Answer.NOTHING_YET, "");
    }
    var taskId = check.get().lift.taskId();
    check.get().awaited.remove(answer.job());
    var result = result(check.get(), answer, now);
    if (result != Answer.NOTHING_YET) {
      checks.remove(taskId);
    }
    return new Checked(result, taskId);
  }

  private static Answer result(Check check, Reserved answer, Instant now) {
    if (!answer.heldByOthers().isEmpty() || !answer.notHere().isEmpty()) {
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

  /** A picker that takes no task until a picture shows otherwise. */
  void setFit(PickerId picker, boolean fit) {
    if (fit) {
      unfit.remove(picker);
    } else {
      unfit.add(picker);
    }
  }
}
