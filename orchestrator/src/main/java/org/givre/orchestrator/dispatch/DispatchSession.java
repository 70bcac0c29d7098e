package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.rack.RackCommand.Reserved;
import org.givre.orchestrator.dispatch.DispatchCommand.TaskCleared;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.Obstacles;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;

/**
 * All that dispatch knows beyond its journal, and what it does about it. A restart begins a new
 * one: jobs offer themselves again, pickers are asked again, and planning starts where it was.
 */
final class DispatchSession {
  /** Reasons for a round that leave the plan as good as it was. */
  private static final SortedSet<String> HARMLESS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              Set.of("submitted", "released", "recovered", "reminded", "recheck", "freed")));

  /** Reasons for a round that alone do not ask for another plan. */
  private static final SortedSet<String> SECOND_LOOKS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(Set.of("recovered", "reminded", "recheck", "freed")));

  /** The index lags by far less than this many rechecks: then the rack has the last word. */
  private static final int UNLOCATED_PATIENCE = 3;

  /** Jobs that keep coming must not keep the first ones from ever being planned. */
  private static final int MOST_ROUNDS_AGAIN = 3;

  /** A timer cannot be set for longer than months: look at least daily. */
  private static final Duration LONGEST_TIMER = Duration.ofDays(1);

  private final DispatchSite site;
  private final ActorContext<DispatchCommand> context;
  private final TimerScheduler<DispatchCommand> timers;
  private final DeviceDesk devices;
  private final JobDesk jobs;
  private final Workload workload = new Workload();
  private final Rounds rounds;
  private final Issuing issuing = new Issuing();
  private final SortedMap<String, Instant> startedAt = new TreeMap<>();
  private final SortedMap<RequestKey, Integer> unlocated = new TreeMap<>();
  private final SortedSet<JobId> awaitedOffers = new TreeSet<>();
  private SortedSet<RequestKey> refused = new TreeSet<>();
  private SortedSet<Integer> fitPickers = new TreeSet<>();
  private boolean stalled;
  private boolean obstructed;
  private int roundsAgain;

  DispatchSession(
      DispatchSite site,
      ActorContext<DispatchCommand> context,
      TimerScheduler<DispatchCommand> timers,
      DeviceDesk devices,
      JobDesk jobs) {
    this.site = site;
    this.context = context;
    this.timers = timers;
    this.devices = devices;
    this.jobs = jobs;
    rounds = new Rounds(site, context, timers, devices, workload);
  }

  /** Takes up what was decided before the start. */
  void begin(DispatchState state) {
    timers.cancelAll();
    timers.startTimerWithFixedDelay(Timer.REMIND, site.settings().reminder());
    devices.describePickers();
    devices.reserve(state);
    remindPickers(state);
    awaitedOffers.addAll(state.jobsInProgress());
    if (!awaitedOffers.isEmpty()) {
      timers.startSingleTimer(Timer.OFFERS_DUE, site.settings().offers());
      jobs.askForOffers(awaitedOffers);
    }
  }

  /** Asks pickers how their tasks stand, and racks once more what was not answered. */
  void remindPickers(DispatchState state) {
    state.issued().values().forEach(task -> devices.take(task, state.version()));
    issuing.forgetChecks();
  }

  void offered(DispatchState state, Offered offer) {
    workload.add(offer);
    if (!awaitedOffers.isEmpty()) {
      heardOf(state, offer.job());
    } else if (offer.why() != Why.PROGRESSED && needsRound(state, offer)) {
      requestRound(offer.why().name().toLowerCase(Locale.ROOT));
    }
  }

  private boolean needsRound(DispatchState state, Offered offer) {
    return !Workload.isCovered(offer, state) || Workload.isExpired(offer, site.time().now(), state);
  }

  void withdrawn(DispatchState state, JobId job) {
    workload.remove(job);
    if (!awaitedOffers.isEmpty()) {
      heardOf(state, job);
    } else if (waitsFor(state, job)) {
      requestRoundNow(state, "withdrawn");
    } else if (obstructed) {
      requestRound("freed");
    }
  }

  private static boolean waitsFor(DispatchState state, JobId job) {
    return state.waiting().values().stream().anyMatch(t -> Issuing.jobsOf(t).contains(job));
  }

  private void heardOf(DispatchState state, JobId job) {
    awaitedOffers.remove(job);
    if (awaitedOffers.isEmpty()) {
      offersComplete(state);
    }
  }

  /** All jobs of the plan have offered themselves, or had the time to. */
  void offersComplete(DispatchState state) {
    awaitedOffers.clear();
    timers.cancel(Timer.OFFERS_DUE);
    jobs.tellPlan(state, workload, new Obstacles(site.time().now()), site.time().now());
    var lost = state.waiting().values().stream().flatMap(t -> Issuing.jobsOf(t).stream());
    if (lost.anyMatch(job -> workload.of(job).isEmpty())) {
      requestRoundNow(state, "withdrawn");
    } else if (workload.jobs().stream().anyMatch(offer -> needsRound(state, offer))) {
      requestRound("recovered");
    }
    issue(state);
  }

  /** Wants a round in a moment. */
  void requestRound(String cause) {
    rounds.request(cause);
  }

  /** Wants a round at once: no task of the plan is issued before. */
  void requestRoundNow(DispatchState state, String cause) {
    if (rounds.requestNow(cause)) {
      gather(state);
    }
  }

  /** Ends jobs whose deadline has passed, and asks devices for their pictures. */
  void gather(DispatchState state) {
    for (var expired : workload.expired(site.time().now(), state)) {
      workload.remove(expired.job());
      jobs.tellExpired(expired.job());
    }
    issuing.forgetChecks();
    rounds.gather(state, startedAt);
  }

  boolean heard(Consumer<Gathering> picture) {
    return rounds.heard(picture);
  }

  Rounds rounds() {
    return rounds;
  }

  Workload workload() {
    return workload;
  }

  /** The problem to plan. Tubes that are gone for good are told to their jobs. */
  PlanningProblem problem(DispatchState state) {
    var problem = rounds.problem(state);
    var obstacles = problem.obstacles();
    obstacles.gone().forEach(jobs::tellGone);
    unlocated.keySet().retainAll(obstacles.unlocated().keySet());
    obstacles
        .unlocated()
        .forEach(
            (request, tube) -> {
              if (unlocated.merge(request, 1, Integer::sum) >= UNLOCATED_PATIENCE) {
                jobs.tellGone(request, tube);
              }
            });
    return problem;
  }

  /** Whether the adopted plan does all that this problem asks for and the planner can do. */
  boolean isPlanned(DispatchState state, PlanningProblem problem) {
    var open = problem.requests();
    open.removeAll(workload.covered(state));
    open.removeAll(refused);
    return rounds.isCausedOnlyBy(SECOND_LOOKS)
        && !stalled
        && open.isEmpty()
        && fitPickers.equals(problem.fitPickers());
  }

  /** Whether what was found is out of date before it began, and nothing is lost by another try. */
  boolean wantsAnotherTry(DispatchState state) {
    return rounds.isOvertaken() && state.issued().isEmpty() && roundsAgain < MOST_ROUNDS_AGAIN;
  }

  void tryAgain(DispatchState state) {
    roundsAgain++;
    rounds.again();
    gather(state);
  }

  /** Remembers what the planner left out, so that a second look does not plan in vain. */
  void planned(PlanningProblem problem, SortedSet<RequestKey> leftOut) {
    refused = leftOut;
    fitPickers = problem.fitPickers();
    stalled = false;
  }

  /** No plan could be had: the old one goes on where nothing has happened to it. */
  void rejected(PlanningProblem problem) {
    refused = problem.requests();
    fitPickers = problem.fitPickers();
    stalled = !rounds.isCausedOnlyBy(HARMLESS);
  }

  /** A plan was adopted. */
  void adopted(DispatchState state, Obstacles obstacles) {
    devices.reserve(state);
    jobs.tellPlan(state, workload, obstacles, site.time().now());
    endRound(state, obstacles);
  }

  /** The plan stays as it was. */
  void notAdopted(DispatchState state, Obstacles obstacles) {
    jobs.tellObstacles(workload, obstacles);
    endRound(state, obstacles);
  }

  private void endRound(DispatchState state, Obstacles obstacles) {
    roundsAgain = 0;
    obstructed = !obstacles.blockedJobs().isEmpty();
    if (obstructed) {
      rounds.recheckLater();
    }
    if (rounds.end()) {
      gather(state);
    } else {
      issue(state);
    }
  }

  /** Issues whatever may be issued now. */
  void issue(DispatchState state) {
    for (var picker : site.store().pickers()) {
      if (!rounds.holdTasks() && awaitedOffers.isEmpty() && !stalled) {
        issuing.candidate(state, picker.id()).ifPresent(task -> prepare(state, task));
      }
    }
  }

  private void prepare(DispatchState state, PlannedTask task) {
    var now = site.time().now();
    var release = Issuing.release(task, workload::of);
    var jobsOfTask = Issuing.jobsOf(task).stream().flatMap(job -> workload.of(job).stream());
    if (jobsOfTask.anyMatch(job -> Workload.isExpired(job, now, state))) {
      requestRoundNow(state, "expired");
    } else if (release.isAfter(now)) {
      issueLater(release);
    } else if (task.task() instanceof LiftTask lift) {
      issuing.asked(lift);
      Issuing.jobsOf(task).forEach(job -> devices.check(lift, job));
    } else {
      context.getSelf().tell(new TaskCleared(task.task().taskId()));
    }
  }

  private void issueLater(Instant at) {
    var wait = site.time().timerUntil(at);
    if (wait.compareTo(LONGEST_TIMER) > 0) {
      wait = LONGEST_TIMER;
    }
    timers.startSingleTimer(Timer.ISSUE, wait);
  }

  /** What a rack has answered; the task that may be issued now. */
  Optional<String> checked(DispatchState state, Reserved answer) {
    var checked = issuing.answered(answer, site.time().now());
    switch (checked.answer()) {
      case CLEARED -> {
        return Optional.of(checked.taskId());
      }
      case TOO_EARLY -> issueLater(answer.notBefore());
      case CONTRADICTED -> requestRoundNow(state, "tube-missing");
      case NOTHING_YET -> {}
    }
    return Optional.empty();
  }

  /** Whether the task may still be issued. */
  boolean isDue(DispatchState state, String taskId) {
    return !rounds.holdTasks()
        && Optional.ofNullable(state.waiting().get(taskId))
            .flatMap(task -> state.next(task.picker()))
            .filter(next -> next.task().taskId().equals(taskId))
            .isPresent();
  }

  void issued(DispatchState state, String taskId) {
    Optional.ofNullable(state.issued().get(taskId))
        .ifPresent(task -> devices.take(task, state.version()));
  }

  void workStarted(String taskId, Instant at) {
    startedAt.putIfAbsent(taskId, at);
  }

  void setFit(PickerId picker, boolean fit) {
    issuing.setFit(picker, fit);
  }

  /** A task is settled: the rest of the plan goes on, or is planned again. */
  void settled(DispatchState state, Settlement settlement) {
    var ended = settlement.ended();
    startedAt.remove(ended.taskId());
    devices.conclude(ended.picker(), ended.taskId());
    if (!ended.fault().isEmpty()) {
      issuing.setFit(ended.picker(), false);
    }
    if (settlement.isDisturbed()) {
      requestRoundNow(state, settlement.disturbance());
    } else {
      issue(state);
    }
  }
}
