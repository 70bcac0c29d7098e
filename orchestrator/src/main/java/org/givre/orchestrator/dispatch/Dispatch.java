package org.givre.orchestrator.dispatch;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.Effect;
import akka.persistence.typed.javadsl.SignalHandler;
import java.util.List;
import java.util.Optional;
import org.givre.devices.journal.JournalledActor;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerNotice;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.orchestrator.dispatch.DispatchCommand.BoundFailed;
import org.givre.orchestrator.dispatch.DispatchCommand.BoundFound;
import org.givre.orchestrator.dispatch.DispatchCommand.DewarSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.FromJob;
import org.givre.orchestrator.dispatch.DispatchCommand.FromOutside;
import org.givre.orchestrator.dispatch.DispatchCommand.FromPicker;
import org.givre.orchestrator.dispatch.DispatchCommand.PickerSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.PortSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.RackChecked;
import org.givre.orchestrator.dispatch.DispatchCommand.RackSeen;
import org.givre.orchestrator.dispatch.DispatchCommand.RoundFailed;
import org.givre.orchestrator.dispatch.DispatchCommand.RoundPlanned;
import org.givre.orchestrator.dispatch.DispatchCommand.TaskCleared;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.DispatchEvent.SiteActed;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskSettled;
import org.givre.orchestrator.dispatch.DispatchRequest.ActSite;
import org.givre.orchestrator.dispatch.DispatchRequest.DescribePlan;
import org.givre.orchestrator.dispatch.DispatchRequest.DescribeSite;
import org.givre.orchestrator.dispatch.DispatchRequest.DescribeWork;
import org.givre.orchestrator.dispatch.DispatchRequest.DevicesChanged;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Rejected;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.job.DispatchMessage;
import org.givre.orchestrator.job.JobDirectory;
import org.givre.orchestrator.job.JobNotice;

/**
 * Has waiting work planned and judged, and hands the plan's tasks to pickers, one at a time each.
 *
 * <p>Durable before anything follows from it: a plan, before tubes are set aside and jobs told;
 * that a task is issued, before its picker hears of it; that it is settled, before the picker may
 * forget it. What a task brought about is first durable at every job that it served. Everything
 * else is in the {@link DispatchSession} and comes back after a restart.
 */
public final class Dispatch extends JournalledActor<DispatchCommand, DispatchEvent, DispatchState> {
  private static final PersistenceId ID = PersistenceId.of("dispatch", "main");

  private final DispatchSite site;
  private final ActorContext<DispatchCommand> context;
  private final TimerScheduler<DispatchCommand> timers;
  private final DeviceDesk devices;
  private final JobDesk jobs;
  private final Settlements settlements = new Settlements();
  private DispatchSession session;

  /** The one dispatch of an engine. Jobs speak to it, and others in {@link DispatchRequest}s. */
  public static Behavior<DispatchMessage> create(DispatchSite site, JobDirectory jobs) {
    var dispatch =
        Behaviors.<DispatchCommand>setup(
            context -> Behaviors.withTimers(timers -> new Dispatch(site, jobs, context, timers)));
    return Behaviors.transformMessages(
        DispatchMessage.class,
        dispatch,
        match ->
            match
                .match(JobNotice.class, FromJob::new)
                .match(DispatchRequest.class, FromOutside::new));
  }

  private Dispatch(
      DispatchSite site,
      JobDirectory directory,
      ActorContext<DispatchCommand> context,
      TimerScheduler<DispatchCommand> timers) {
    super(ID, site.time());
    this.site = site;
    this.context = context;
    this.timers = timers;
    ActorRef<JobNotice> self = context.messageAdapter(JobNotice.class, FromJob::new);
    devices = new DeviceDesk(context, site);
    jobs = new JobDesk(directory, site.store().timing(), self);
    session = new DispatchSession(site, context, timers, devices, jobs);
  }

  @Override
  public DispatchState emptyState() {
    return DispatchState.empty();
  }

  @Override
  protected DispatchState after(DispatchState before, Recorded<DispatchEvent> recorded) {
    return recorded.event().after(before, recorded.cause(), recorded.engineTime());
  }

  @Override
  public SignalHandler<DispatchState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .build();
  }

  private void recovered(DispatchState state) {
    settlements.clear();
    session.bounds().stop();
    session = new DispatchSession(site, context, timers, devices, jobs);
    session.begin(state);
  }

  @Override
  public CommandHandler<DispatchCommand, Recorded<DispatchEvent>, DispatchState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(FromJob.class, this::onJob)
        .onCommand(FromOutside.class, this::onRequest)
        .onCommand(FromPicker.class, this::onPicker)
        .onCommand(RackSeen.class, this::onRackSeen)
        .onCommand(DewarSeen.class, (state, seen) -> heard(state, session.heard(seen.picture())))
        .onCommand(PortSeen.class, (state, seen) -> heard(state, session.heard(seen.picture())))
        .onCommand(PickerSeen.class, this::onPickerSeen)
        .onCommand(RackChecked.class, this::onRackChecked)
        .onCommand(TaskCleared.class, (state, cleared) -> issue(state, cleared.taskId()))
        .onCommand(RoundPlanned.class, this::onRoundPlanned)
        .onCommand(RoundFailed.class, this::onRoundFailed)
        .onCommand(BoundFound.class, this::onBoundFound)
        .onCommand(BoundFailed.class, this::onBoundFailed)
        .onCommand(Timer.class, this::onTimer)
        .build();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onJob(
      DispatchState state, FromJob command) {
    if (command.notice() instanceof JobNotice.Noted noted) {
      return onNoted(state, noted);
    }
    if (command.notice() instanceof JobNotice.Offered offered) {
      session.offered(state, offered);
    } else if (command.notice() instanceof JobNotice.Withhold withhold) {
      session.standings().withhold(state, withhold);
    } else {
      session.withdrawn(state, command.notice().job());
    }
    return Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onRequest(
      DispatchState state, FromOutside command) {
    var request = command.request();
    if (request instanceof ActSite act) {
      return onActSite(state, act);
    }
    if (request instanceof DescribeSite describe) {
      describe.replyTo().tell(session.sitePicture(state));
    } else if (request instanceof DescribeWork describe) {
      describe.replyTo().tell(session.picture(state));
    } else if (request instanceof DescribePlan describe) {
      describe.replyTo().tell(session.planPicture(state));
    } else if (request instanceof DevicesChanged changed) {
      session.requestRoundNow(state, changed.cause());
    }
    return Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onActSite(
      DispatchState state, ActSite act) {
    var acted = new SiteActed(act.action().decided(state.site().refusal(act.action())));
    return persist(acted, act.cause())
        .thenRun(
            next -> {
              if (next.site().revision() != state.site().revision()) {
                context.getLog().info("site held={} {}", next.site().held(), next.site().reason());
                session.siteChanged(next);
              }
            })
        .thenReply(act.replyTo(), next -> session.sitePicture(next).answer(acted.action()));
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onPicker(
      DispatchState state, FromPicker command) {
    var notice = command.notice();
    var issued = Optional.ofNullable(state.issued().get(notice.taskId()));
    if (issued.isEmpty()) {
      if (notice instanceof PickerNotice.TaskEnded) {
        devices.conclude(notice.picker(), notice.taskId());
      }
      return Effect().none();
    }
    var task = issued.get().task();
    if (notice instanceof PickerNotice.TaskEnded ended) {
      return onTaskEnded(task, ended);
    }
    if (notice instanceof PickerNotice.TaskRefused refused) {
      return onTaskRefused(task, refused);
    }
    tellNews(task, notice);
    return Effect().none();
  }

  private void tellNews(PickerTask task, PickerNotice notice) {
    if (notice instanceof PickerNotice.WorkStarted started) {
      session.workStarted(started.taskId(), started.at());
      if (task instanceof LiftTask lift) {
        jobs.tellLiftStarted(lift);
      }
    } else if (notice instanceof PickerNotice.Picked picked) {
      jobs.tellPicked(picked);
    } else if (notice instanceof PickerNotice.Unloaded unloaded) {
      jobs.tellUnloaded(unloaded);
    }
  }

  /** Tells the jobs, each its part; the picker repeats the end until all have noted it. */
  private Effect<Recorded<DispatchEvent>, DispatchState> onTaskEnded(
      PickerTask task, PickerNotice.TaskEnded ended) {
    var settlement = settlements.of(task, ended);
    devices.freeUnclaimed(task);
    jobs.tellEnded(settlement);
    return settlement.isComplete() ? settle(settlement) : Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onNoted(
      DispatchState state, JobNotice.Noted noted) {
    session.standings().noted(noted);
    var settlement = settlements.noted(noted);
    return settlement.map(this::settle).orElseGet(() -> issue(state, noted.taskId()));
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> settle(Settlement settlement) {
    var ended = settlement.ended();
    settlements.close(settlement);
    if (!ended.fault().isEmpty()) {
      context.getLog().warn("picker={} task={} {}", ended.picker(), ended.taskId(), ended.fault());
    }
    var succeeded = ended.fault().isEmpty() && !ended.recalled();
    var settled = new TaskSettled(ended.taskId(), succeeded, ended.recalled());
    return persist(settled, DeviceDesk.cause("", ended.taskId()))
        .thenRun(next -> session.settled(next, settlement));
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onTaskRefused(
      PickerTask task, PickerNotice.TaskRefused refused) {
    context
        .getLog()
        .warn(
            "picker={} task={} refused={}", refused.picker(), refused.taskId(), refused.refusal());
    if (refused.refusal() == PickerNotice.Refusal.HAS_ANOTHER_TASK) {
      devices.describe(refused.picker());
      return Effect().none();
    }
    devices.freeUnclaimed(task);
    var settled = new TaskSettled(refused.taskId(), false, false);
    return persist(settled, DeviceDesk.cause("", refused.taskId()))
        .thenRun(next -> session.requestRoundNow(next, "refused"));
  }

  /** A task that is not open any more was settled: the picker has not heard of it. */
  private Effect<Recorded<DispatchEvent>, DispatchState> onPickerSeen(
      DispatchState state, PickerSeen seen) {
    var picture = seen.picture();
    var settled =
        picture.task().map(PickerTask::taskId).filter(id -> !state.issued().containsKey(id));
    settled.ifPresent(id -> concludeAndGoOn(state, picture, id));
    return heard(state, session.heard(picture));
  }

  private void concludeAndGoOn(DispatchState state, PickerPicture picture, String settled) {
    devices.conclude(picture.picker(), settled);
    state.issuedTo(picture.picker()).ifPresent(task -> devices.take(task, state.version()));
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onRackChecked(
      DispatchState state, RackChecked checked) {
    var cleared = session.checked(state, checked.answer());
    return cleared.isPresent() ? issue(state, cleared.get()) : Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> issue(DispatchState state, String taskId) {
    return session.isDue(state, taskId)
        ? persist(new TaskIssued(taskId), DeviceDesk.cause("plan-" + state.version(), ""))
            .thenRun(next -> session.issued(next, taskId))
        : Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onRackSeen(
      DispatchState state, RackSeen seen) {
    devices.freeStale(state, seen.picture());
    return heard(state, session.heard(gathering -> gathering.add(seen.picture())));
  }

  /** A device has described itself; perhaps it was the last. */
  private Effect<Recorded<DispatchEvent>, DispatchState> heard(DispatchState state, boolean all) {
    return all ? plan(state) : Effect().none();
  }

  /** Everything is known: plans, unless nothing is left to do or nothing new has come. */
  private Effect<Recorded<DispatchEvent>, DispatchState> plan(DispatchState state) {
    var problem = session.problem(state);
    if (problem.isEmpty() ? state.waiting().isEmpty() : session.isPlanned(state, problem)) {
      session.notAdopted(state, problem);
      return Effect().none();
    }
    if (problem.isEmpty()) {
      session.nothingLeft(problem);
      return adopt(Plans.nothing(state, session.rounds().cause()), problem);
    }
    session.plan(state, problem);
    return Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onRoundPlanned(
      DispatchState state, RoundPlanned planned) {
    var outcome = planned.outcome();
    if (!session.rounds().isPlanning(outcome.problem())) {
      return Effect().none();
    }
    if (!outcome.complaints().isEmpty()) {
      context.getLog().error("plan={} rejected: {}", state.version() + 1, outcome.complaints());
    }
    if (session.wantsAnotherTry(state)) {
      session.tryAgain(state);
      return Effect().none();
    }
    return over(state, outcome);
  }

  /** A round is over: there is another plan, or the one that is adopted stays. */
  private Effect<Recorded<DispatchEvent>, DispatchState> over(
      DispatchState state, PlanningOutcome outcome) {
    if (outcome instanceof Passed passed) {
      return adopt(state, passed);
    }
    if (outcome instanceof PlanningOutcome.Retained) {
      context.getLog().info("plan={} stays: {}", state.version(), session.rounds().cause());
    }
    session.notAdopted(state, outcome);
    return Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onRoundFailed(
      DispatchState state, RoundFailed failed) {
    context.getLog().error("plan={} failed", state.version() + 1, failed.failure());
    var underWay = session.rounds().underWay();
    var rejected = underWay.map(p -> new Rejected(p, List.of("the planner has failed")));
    return rejected.map(over -> over(state, over)).orElseGet(() -> Effect().none());
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> adopt(DispatchState state, Passed passed) {
    long seed = site.settings().planning().seedAfter(state.version());
    var plans = new Plans(site, state, session.workload());
    var adopted = plans.adopted(passed, session.rounds().cause(), seed);
    session.planned(passed, adopted.version());
    return adopt(adopted, passed.problem());
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> adopt(
      PlanAdopted plan, PlanningProblem problem) {
    context.getLog().info("{}", Plans.words(plan));
    return persist(plan, DeviceDesk.cause("plan-" + plan.version(), plan.cause()))
        .thenRun(next -> session.adopted(next, problem));
  }

  /** A bound counts where the plan holds still, and had a lower one. */
  private Effect<Recorded<DispatchEvent>, DispatchState> onBoundFound(
      DispatchState state, BoundFound found) {
    var bounded = new PlanBounded(found.version(), found.tubeSeconds());
    return state.bounded(bounded).equals(state)
        ? Effect().none()
        : persist(bounded, DeviceDesk.cause("plan-" + found.version(), "bound"));
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onBoundFailed(
      DispatchState state, BoundFailed failed) {
    context.getLog().error("plan={} bound failed", failed.version(), failed.failure());
    return Effect().none();
  }

  private Effect<Recorded<DispatchEvent>, DispatchState> onTimer(DispatchState state, Timer timer) {
    if (timer == Timer.GATHERED) {
      return session.rounds().stage() == Rounds.Stage.GATHERING ? plan(state) : Effect().none();
    }
    Alarms.ring(timer, session, state);
    return Effect().none();
  }
}
