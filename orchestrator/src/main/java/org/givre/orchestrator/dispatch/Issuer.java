package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.orchestrator.dispatch.DispatchCommand.TaskCleared;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.Issuing.RackAnswer;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * Hands tasks to pickers when they are due and wanted, and takes them back when they are not wanted
 * any more and their work has not begun.
 */
final class Issuer {
  /** A timer cannot be set for longer than months: look at least daily. */
  private static final Duration LONGEST_TIMER = Duration.ofDays(1);

  private final DispatchSite site;
  private final ActorContext<DispatchCommand> context;
  private final TimerScheduler<DispatchCommand> timers;
  private final DeviceDesk devices;
  private final Workload workload;
  private final TaskProgress progress;
  private final Issuing issuing = new Issuing();
  private final Lookout lookout = new Lookout();
  private final SortedSet<TubeId> homeless = new TreeSet<>();

  Issuer(
      DispatchSite site,
      ActorContext<DispatchCommand> context,
      TimerScheduler<DispatchCommand> timers,
      DeviceDesk devices,
      Workload workload,
      TaskProgress progress) {
    this.site = site;
    this.context = context;
    this.timers = timers;
    this.devices = devices;
    this.workload = workload;
    this.progress = progress;
  }

  Lookout lookout() {
    return lookout;
  }

  /** Tubes in carriers that cannot go back where they came from: they go to a port. */
  SortedSet<TubeId> homeless() {
    return homeless;
  }

  void forgetChecks() {
    issuing.forgetChecks();
  }

  /**
   * Prepares whatever may be issued now.
   *
   * @return why the rest of the plan cannot go on as it is; empty if it can
   */
  Optional<String> issue(DispatchState state) {
    for (var picker : site.store().pickers()) {
      var task =
          issuing
              .candidate(state, picker.id())
              .filter(candidate -> lookout.works(candidate.picker()))
              .filter(candidate -> !rests(state, candidate.task()));
      var trouble = task.flatMap(t -> prepare(state, t));
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return Optional.empty();
  }

  /** Whether somebody has asked for a rest, so that another plan is on its way. */
  private boolean rests(DispatchState state, PickerTask task) {
    return !(task instanceof PlaceTask) && (state.site().held() || workload.rests(task, homeless));
  }

  private Optional<String> prepare(DispatchState state, PlannedTask task) {
    var now = site.time().now();
    if (!workload.wants(task.task(), state.site().held(), homeless)) {
      return Optional.of("changed");
    }
    var jobs = workload.jobsOf(task.task());
    if (jobs.stream()
        .flatMap(job -> workload.of(job).stream())
        .anyMatch(job -> Workload.isExpired(job, now, state))) {
      return Optional.of("expired");
    }
    var release = release(task.task(), jobs);
    if (release.isAfter(now)) {
      issueLater(release);
    } else {
      ask(task.task(), jobs);
    }
    return Optional.empty();
  }

  private void ask(PickerTask task, SortedSet<JobId> jobs) {
    if (task instanceof LiftTask lift) {
      issuing.asked(lift, jobs);
      jobs.forEach(job -> devices.check(lift, job));
    } else if (task instanceof PlaceTask place) {
      issuing.asked(place, jobs);
      jobs.forEach(job -> devices.check(place, job));
    } else {
      context.getSelf().tell(new TaskCleared(task.taskId()));
    }
  }

  /** When all jobs of a lift may begin. */
  private Instant release(PickerTask task, SortedSet<JobId> jobs) {
    return jobs.stream()
        .filter(job -> task instanceof LiftTask)
        .flatMap(job -> workload.of(job).stream())
        .flatMap(offer -> offer.spec().notBefore().stream())
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }

  private void issueLater(Instant at) {
    var wait = site.time().timerUntil(at);
    timers.startSingleTimer(Timer.ISSUE, wait.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : wait);
  }

  /** What a rack's answer has led to: a task that may be issued, or trouble with the plan. */
  record Checked(Optional<String> cleared, Optional<String> trouble) {}

  Checked checked(RackAnswer answer) {
    var checked = issuing.answered(answer, site.time().now());
    switch (checked.answer()) {
      case CLEARED -> {
        return new Checked(Optional.of(checked.taskId()), Optional.empty());
      }
      case CONTRADICTED -> {
        if (answer.forPutBack()) {
          homeless.addAll(answer.contradicted());
        }
        var why = answer.forPutBack() ? "well-taken" : "tube-missing";
        return new Checked(Optional.empty(), Optional.of(why));
      }
      case TOO_EARLY -> issueLater(answer.notBefore());
      case NOTHING_YET -> {}
    }
    return new Checked(Optional.empty(), Optional.empty());
  }

  /** The task of that id, if it may still be issued. */
  Optional<PickerTask> due(DispatchState state, String taskId) {
    return Optional.ofNullable(state.waiting().get(taskId))
        .filter(task -> !rests(state, task.task()))
        .filter(task -> workload.wants(task.task(), state.site().held(), homeless))
        .flatMap(task -> state.next(task.picker()))
        .map(PlannedTask::task)
        .filter(next -> next.taskId().equals(taskId));
  }

  /** Takes back tasks that are not wanted any more; those whose work has begun go on. */
  void recall(DispatchState state) {
    state.issued().values().stream()
        .filter(task -> !progress.hasStarted(task.task().taskId()))
        .filter(task -> rests(state, task.task()) || !lookout.allows(task))
        .forEach(devices::recall);
  }
}
