package org.givre.orchestrator.job;

import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.time.Instant;
import org.givre.devices.time.EngineTime;
import org.givre.orchestrator.job.JobCommand.Reminder;

/** When a job looks after itself, on the wall. */
final class JobTimers {
  /** How long a job waits unplanned, or for news of what is under way, before it says so again. */
  private static final Duration REMINDER = Duration.ofSeconds(30);

  /** How long dispatch may take to say what is under way; it answers from memory. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** A timer cannot be set for longer than months: look at least daily. */
  private static final Duration LONGEST_TIMER = Duration.ofDays(1);

  private final TimerScheduler<JobCommand> timers;
  private final EngineTime time;

  JobTimers(TimerScheduler<JobCommand> timers, EngineTime time) {
    this.timers = timers;
    this.time = time;
  }

  /** Dispatch was asked, and may have lost it. */
  void askAgain() {
    timers.startSingleTimer(Reminder.ASK_AGAIN, PATIENCE);
  }

  void answered() {
    timers.cancel(Reminder.ASK_AGAIN);
  }

  /** As {@code job} needs them from now on. */
  void set(JobState job) {
    timers.cancel(Reminder.OFFER_AGAIN);
    timers.cancel(Reminder.DEADLINE);
    if (job.phase().terminal()) {
      return;
    }
    if (job.phase() != JobPhase.RUNNING || job.awaitsStanding()) {
      timers.startSingleTimer(Reminder.OFFER_AGAIN, REMINDER);
    }
    job.spec()
        .deadlineAt()
        .filter(at -> !job.begun())
        .ifPresent(at -> timers.startSingleTimer(Reminder.DEADLINE, until(at, job)));
  }

  /** Until the deadline; once dispatch has let it pass, until it is reminded. */
  private Duration until(Instant deadline, JobState job) {
    if (job.overdue(time.now())) {
      return job.expiresAlone() ? Duration.ZERO : REMINDER;
    }
    var wait = time.timerUntil(deadline);
    return wait.compareTo(LONGEST_TIMER) < 0 ? wait : LONGEST_TIMER;
  }
}
