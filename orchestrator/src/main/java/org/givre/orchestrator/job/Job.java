package org.givre.orchestrator.job;

import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.EffectBuilder;
import akka.persistence.typed.javadsl.SignalHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.JobId;

/**
 * One job: the only holder of its progress. It offers itself to dispatch once it is durable and not
 * held, again after every restart, and now and then while it waits; dispatch reports what comes of
 * it. The rules are in {@link JobState} and {@link JobEvent}; the handlers only choose an effect.
 *
 * <p>Its state is empty until it is submitted.
 */
public final class Job extends JournalledActor<JobCommand, JobEvent, Optional<JobState>> {
  /** How long, on the wall, a job waits unplanned before it offers itself again. */
  private static final Duration REMINDER = Duration.ofSeconds(30);

  /** A timer cannot be set for longer than months: look at least daily. */
  private static final Duration LONGEST_TIMER = Duration.ofDays(1);

  private final JobId id;
  private final RecipientRef<JobNotice> dispatch;
  private final ActorContext<JobCommand> context;
  private final TimerScheduler<JobCommand> timers;

  /** A job by its id; recovers what it was, if it was submitted before. */
  public static Behavior<JobCommand> create(
      JobId id, RecipientRef<JobNotice> dispatch, EngineTime time) {
    return Behaviors.setup(
        context -> Behaviors.withTimers(timers -> new Job(id, dispatch, time, context, timers)));
  }

  private Job(
      JobId id,
      RecipientRef<JobNotice> dispatch,
      EngineTime time,
      ActorContext<JobCommand> context,
      TimerScheduler<JobCommand> timers) {
    super(PersistenceId.of("job", id.value()), time);
    this.id = id;
    this.dispatch = dispatch;
    this.context = context;
    this.timers = timers;
  }

  @Override
  public Optional<JobState> emptyState() {
    return Optional.empty();
  }

  @Override
  protected Optional<JobState> after(Optional<JobState> before, Recorded<JobEvent> recorded) {
    if (before.isEmpty() && recorded.event() instanceof JobEvent.JobSubmitted submitted) {
      return Optional.of(JobState.of(id, submitted.spec(), recorded.engineTime()));
    }
    return before.map(job -> job.after(recorded.event(), recorded.engineTime()));
  }

  @Override
  public SignalHandler<Optional<JobState>> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(
            RecoveryCompleted.instance(),
            state -> state.ifPresent(job -> offer(job, JobNotice.Why.RECOVERED)))
        .build();
  }

  @Override
  public CommandHandler<JobCommand, Recorded<JobEvent>, Optional<JobState>> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(JobCommand.Submit.class, this::onSubmit)
        .onCommand(JobCommand.Release.class, this::onRelease)
        .onCommand(JobCommand.Describe.class, this::onDescribe)
        .onCommand(JobCommand.Reminder.class, this::onReminder)
        .onCommand(JobReport.ReportTaskEnded.class, this::onTaskEnded)
        .onCommand(JobReport.ReportGone.class, this::onGone)
        .onCommand(JobReport.ReportDispatchStarted.class, this::onDispatchStarted)
        .onCommand(JobReport.class, this::onReport)
        .build();
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onSubmit(
      Optional<JobState> state, JobCommand.Submit command) {
    if (state.isPresent()) {
      return Effect().reply(command.replyTo(), new JobCommand.Answer(id, state));
    }
    return persist(new JobEvent.JobSubmitted(command.spec()), command.cause())
        .thenRun(next -> next.ifPresent(job -> offer(job, JobNotice.Why.SUBMITTED)))
        .thenReply(command.replyTo(), next -> new JobCommand.Answer(id, next));
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onRelease(
      Optional<JobState> state, JobCommand.Release command) {
    var news = news(state, List.of(new JobEvent.JobReleased()));
    if (news.isEmpty()) {
      return Effect().reply(command.replyTo(), new JobCommand.Answer(id, state));
    }
    return persistNews(news, command.cause())
        .thenRun(next -> next.ifPresent(job -> offer(job, JobNotice.Why.RELEASED)))
        .thenReply(command.replyTo(), next -> new JobCommand.Answer(id, next));
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onDescribe(
      Optional<JobState> state, JobCommand.Describe command) {
    return Effect().reply(command.replyTo(), new JobCommand.Answer(id, state));
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onReminder(
      Optional<JobState> state, JobCommand.Reminder reminder) {
    var held = state.filter(job -> job.hold() && job.overdue(time().now()));
    if (held.isPresent()) {
      var cause = new Cause(Cause.Kind.TIMER, "deadline", "", id.value(), "");
      return persistNews(news(state, List.of(held.get().expired())), cause).thenRun(this::tellEnd);
    }
    state.ifPresent(job -> remind(job, reminder));
    return Effect().none();
  }

  private void remind(JobState job, JobCommand.Reminder reminder) {
    var waits = job.phase() == JobPhase.QUEUED || reminder == JobCommand.Reminder.DEADLINE;
    if (waits && !job.begun()) {
      offer(job, JobNotice.Why.REMINDED);
    } else {
      setTimers(job);
    }
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onTaskEnded(
      Optional<JobState> state, JobReport.ReportTaskEnded report) {
    return persistNews(news(state, report), report.cause())
        .thenRun(this::tellProgress)
        .thenRun(next -> report.replyTo().tell(new JobNotice.Noted(id, report.taskId())));
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onDispatchStarted(
      Optional<JobState> state, JobReport.ReportDispatchStarted report) {
    state
        .filter(JobState::wantsService)
        .ifPresentOrElse(
            job -> offer(job, JobNotice.Why.RECOVERED),
            () -> dispatch.tell(new JobNotice.Withdrawn(id)));
    return Effect().none();
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onReport(
      Optional<JobState> state, JobReport report) {
    var news = news(state, report);
    return news.isEmpty()
        ? Effect().none()
        : persistNews(news, report.cause()).thenRun(this::tellEnd);
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onGone(
      Optional<JobState> state, JobReport.ReportGone report) {
    return persistNews(news(state, report), report.cause()).thenRun(this::tellProgress);
  }

  private EffectBuilder<Recorded<JobEvent>, Optional<JobState>> persistNews(
      List<JobEvent> news, Cause cause) {
    return persistAll(news.stream().map(event -> recorded(event, cause)).toList());
  }

  private List<JobEvent> news(Optional<JobState> state, JobReport report) {
    if (state.isEmpty()) {
      context.getLog().warn("job={} unknown report={}", id, report.getClass().getSimpleName());
    }
    return state.map(job -> job.news(report.news(job), time().now())).orElse(List.of());
  }

  private List<JobEvent> news(Optional<JobState> state, List<JobEvent> events) {
    return state.map(job -> job.news(events, time().now())).orElse(List.of());
  }

  private void offer(JobState job, JobNotice.Why why) {
    if (job.wantsService()) {
      dispatch.tell(job.offer(why));
    }
    setTimers(job);
  }

  private void setTimers(JobState job) {
    if (job.phase().terminal() || job.begun()) {
      timers.cancelAll();
      return;
    }
    timers.startSingleTimer(JobCommand.Reminder.OFFER_AGAIN, REMINDER);
    job.spec()
        .deadlineAt()
        .ifPresent(at -> timers.startSingleTimer(JobCommand.Reminder.DEADLINE, until(at)));
  }

  /** Until the deadline, on the wall; once it has passed, until it is time to remind again. */
  private Duration until(Instant deadline) {
    if (!deadline.isAfter(time().now())) {
      return REMINDER;
    }
    var wait = time().timerUntil(deadline);
    return wait.compareTo(LONGEST_TIMER) < 0 ? wait : LONGEST_TIMER;
  }

  private void tellProgress(Optional<JobState> state) {
    state
        .filter(JobState::wantsService)
        .ifPresent(job -> dispatch.tell(job.offer(JobNotice.Why.PROGRESSED)));
    tellEnd(state);
  }

  private void tellEnd(Optional<JobState> state) {
    state
        .filter(job -> job.phase().terminal())
        .ifPresent(
            job -> {
              timers.cancelAll();
              context.getLog().info("job={} phase={} {}", id, job.phase(), job.reason());
              dispatch.tell(new JobNotice.Withdrawn(id));
            });
  }
}
