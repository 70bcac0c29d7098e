package org.givre.orchestrator.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.picker.PickerTask;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;

/** What dispatch has decided; each event knows the state it leads to. */
public sealed interface DispatchEvent extends JournalEvent {

  /**
   * The state that follows {@code before}.
   *
   * @param at engine time of the event
   */
  DispatchState after(DispatchState before, Cause cause, Instant at);

  /**
   * A plan for all waiting work; it replaces what is left of the one before, but for tasks that are
   * under way. Exposures in weighted tube-seconds, of the whole plan.
   *
   * @param cause {@code submitted}, {@code released}, {@code fault}, ...
   */
  record PlanAdopted(
      long version,
      String cause,
      String planner,
      long seed,
      double exposureTubeSeconds,
      double lowerBoundTubeSeconds,
      double fifoTubeSeconds,
      List<PlannedTask> tasks,
      List<JobId> jobs)
      implements DispatchEvent {
    public PlanAdopted {
      tasks = List.copyOf(tasks);
      jobs = List.copyOf(jobs);
    }

    @Override
    public DispatchState after(DispatchState before, Cause cause, Instant at) {
      return before.adopted(this);
    }

    /** The same with a bound that was found later, if that is higher. */
    PlanAdopted bounded(double tubeSeconds) {
      return new PlanAdopted(
          version,
          cause,
          planner,
          seed,
          exposureTubeSeconds,
          Math.max(lowerBoundTubeSeconds, tubeSeconds),
          fifoTubeSeconds,
          tasks,
          jobs);
    }
  }

  /**
   * A higher bound was found for the adopted plan.
   *
   * @param lowerBoundTubeSeconds weighted tube-seconds, of the whole plan
   */
  record PlanBounded(long version, double lowerBoundTubeSeconds) implements DispatchEvent {
    @Override
    public DispatchState after(DispatchState before, Cause cause, Instant at) {
      return before.bounded(this);
    }
  }

  /** A task was handed to its picker. */
  record TaskIssued(String taskId) implements DispatchEvent {
    @Override
    public DispatchState after(DispatchState before, Cause cause, Instant at) {
      return before.issued(taskId);
    }
  }

  /**
   * The picker has reported the task's end, and every job has its share of it.
   *
   * @param recalled whether it was taken back before its work began
   */
  record TaskSettled(String taskId, boolean succeeded, boolean recalled) implements DispatchEvent {
    @Override
    public DispatchState after(DispatchState before, Cause cause, Instant at) {
      return before.settled(taskId);
    }
  }

  /** An operator has stopped the site, or let it go on, or was refused. */
  record SiteActed(ActionRecord action) implements DispatchEvent, ActionEvent {
    @Override
    public DispatchState after(DispatchState before, Cause cause, Instant at) {
      return before.with(before.site().after(action, at, cause.reason()));
    }
  }

  /** A task in a plan, with its predicted times in whole microseconds, and its exposure. */
  record PlannedTask(
      PickerId picker, PickerTask task, Instant start, Instant end, double exposureTubeSeconds) {
    public PlannedTask {
      start = start.truncatedTo(ChronoUnit.MICROS);
      end = end.truncatedTo(ChronoUnit.MICROS);
    }
  }
}
