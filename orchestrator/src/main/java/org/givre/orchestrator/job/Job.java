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
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.ActionAnswer;
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
  private final JobId id;
  private final RecipientRef<JobNotice> dispatch;
  private final ActorContext<JobCommand> context;
  private final JobTimers timers;
  private final WaitingActions waiting = new WaitingActions();

  /** Whether dispatch was asked to hold still, and was not offered the job since. */
  private boolean withheld;

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
    this.timers = new JobTimers(timers, time);
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
        .onCommand(JobCommand.Act.class, this::onAct)
        .onCommand(JobCommand.Describe.class, this::onDescribe)
        .onCommand(JobCommand.Reminder.class, this::onReminder)
        .onCommand(JobReport.ReportTaskEnded.class, this::onTaskEnded)
        .onCommand(JobReport.ReportGone.class, this::onGone)
        .onCommand(JobReport.ReportStanding.class, this::onStanding)
        .onCommand(JobReport.ReportAnnounced.class, this::onAnnounced)
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

  private Effect<Recorded<JobEvent>, Optional<JobState>> onAct(
      Optional<JobState> state, JobCommand.Act command) {
    if (state.isEmpty()) {
      return Effect().reply(command.replyTo(), noSuchJob(command));
    }
    waiting.add(command);
    return waiting.size() == 1 ? decideReady(new Decisions(state.get(), time())) : Effect().none();
  }

  private ActionAnswer noSuchJob(JobCommand.Act command) {
    return new ActionAnswer(
        command.action().id(),
        Optional.of("job-not-found"),
        "There is no job \"%s\".".formatted(id),
        0,
        false,
        Optional.empty(),
        List.of());
  }

  /** Decides what comes first and need not wait; for the next, dispatch is asked. */
  private Effect<Recorded<JobEvent>, Optional<JobState>> decideReady(Decisions decisions) {
    waiting.takeReady(decisions);
    if (decisions.events().isEmpty()) {
      ask();
    }
    return decided(decisions);
  }

  /** Asks dispatch to hold still, again and again until it has answered. */
  private void ask() {
    if (!waiting.isEmpty()) {
      dispatch.tell(new JobNotice.Withhold(id, waiting.ask()));
      withheld = true;
      timers.askAgain();
    }
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onStanding(
      Optional<JobState> state, JobReport.ReportStanding report) {
    if (state.isEmpty()) {
      return Effect().none();
    }
    var decisions = new Decisions(state.get(), time());
    decisions.note(report);
    if (waiting.isAnswered(report)) {
      timers.answered();
      waiting.takeAll(decisions, Standing.of(report, state.get()));
    }
    return decided(decisions);
  }

  /** Journals what was decided, tells dispatch, and answers. */
  private EffectBuilder<Recorded<JobEvent>, Optional<JobState>> decided(Decisions decisions) {
    decisions.log(context.getLog(), id);
    return persistAll(decisions.events())
        .thenRun(next -> next.ifPresent(job -> tellWhy(job, decisions)))
        .thenRun(next -> decisions.tellAnswers());
  }

  private void tellWhy(JobState job, Decisions decisions) {
    if (decisions.hasEnded()) {
      tellEnd(Optional.of(job));
    } else if (decisions.why().isPresent() || (withheld && waiting.isEmpty())) {
      offer(job, decisions.why().orElse(JobNotice.Why.UNCHANGED));
    } else {
      timers.set(job);
    }
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onDescribe(
      Optional<JobState> state, JobCommand.Describe command) {
    return Effect().reply(command.replyTo(), new JobCommand.Answer(id, state));
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onReminder(
      Optional<JobState> state, JobCommand.Reminder reminder) {
    if (state.isEmpty()) {
      return Effect().none();
    }
    var job = state.get();
    if (reminder == JobCommand.Reminder.ASK_AGAIN) {
      return waiting.isEmpty() ? Effect().none() : decideReady(new Decisions(job, time()));
    }
    if (job.expiresAlone() && job.overdue(time().now())) {
      var cause = new Cause(Cause.Kind.TIMER, "deadline", "", id.value(), "");
      return persistNews(news(state, List.of(job.expired())), cause).thenRun(this::tellEnd);
    }
    remind(job, reminder);
    return Effect().none();
  }

  private void remind(JobState job, JobCommand.Reminder reminder) {
    if (job.awaitsStanding()) {
      dispatch.tell(new JobNotice.Withhold(id, "reminder"));
      offer(job, JobNotice.Why.REMINDED);
    } else if (job.phase() == JobPhase.QUEUED
        || (reminder == JobCommand.Reminder.DEADLINE && !job.begun())) {
      offer(job, JobNotice.Why.REMINDED);
    } else {
      timers.set(job);
    }
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onTaskEnded(
      Optional<JobState> state, JobReport.ReportTaskEnded report) {
    return persistNews(news(state, report), report.cause())
        .thenRun(this::tellProgress)
        .thenRun(next -> report.replyTo().tell(new JobNotice.Noted(id, report.taskId())));
  }

  private Effect<Recorded<JobEvent>, Optional<JobState>> onAnnounced(
      Optional<JobState> state, JobReport.ReportAnnounced report) {
    var noted = new JobNotice.Noted(id, report.taskId());
    if (state.isEmpty()) {
      return Effect().reply(report.replyTo(), noted);
    }
    var decisions = new Decisions(state.get(), time());
    decisions.note(report);
    return decided(decisions).thenRun(next -> report.replyTo().tell(noted));
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

  /** An offer lets dispatch go on; for what waits to be decided it is asked once more. */
  private void offer(JobState job, JobNotice.Why why) {
    if (job.wantsService()) {
      dispatch.tell(job.offer(why));
      withheld = false;
      ask();
    }
    timers.set(job);
  }

  private void tellProgress(Optional<JobState> state) {
    state.filter(JobState::wantsService).ifPresent(job -> offer(job, JobNotice.Why.PROGRESSED));
    tellEnd(state);
  }

  private void tellEnd(Optional<JobState> state) {
    state
        .filter(job -> job.phase().terminal())
        .ifPresent(
            job -> {
              timers.set(job);
              context.getLog().info("job={} phase={} {}", id, job.phase(), job.reason());
              dispatch.tell(new JobNotice.Withdrawn(id));
              if (!waiting.isEmpty()) {
                context.getSelf().tell(JobCommand.Reminder.ASK_AGAIN);
              }
            });
  }
}
