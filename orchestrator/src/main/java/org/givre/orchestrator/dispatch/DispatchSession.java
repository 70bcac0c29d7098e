package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;
import org.givre.orchestrator.dispatch.DispatchRequest.SitePicture;
import org.givre.orchestrator.dispatch.DispatchRequest.WorkPicture;
import org.givre.orchestrator.dispatch.Issuing.RackAnswer;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;
import org.givre.orchestrator.dispatch.planning.Obstacles;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Rejected;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Retained;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.orchestrator.job.JobNotice.Why;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;

/**
 * All that dispatch knows beyond its journal, and what it does about it. A restart begins a new
 * one: jobs offer themselves again, pickers are asked again, and planning starts where it was.
 */
final class DispatchSession {
  private final DispatchSite site;
  private final TimerScheduler<DispatchCommand> timers;
  private final DeviceDesk devices;
  private final JobDesk jobs;
  private final Workload workload = new Workload();
  private final TaskProgress progress = new TaskProgress();
  private final BoundDesk bounds;
  private final Rounds rounds;
  private final Issuer issuer;
  private final Standings standings;
  private final PlanMemory memory = new PlanMemory();
  private final CompanyDesk company;
  private final SortedSet<JobId> awaitedOffers = new TreeSet<>();
  private final Strangers strangers = new Strangers();

  DispatchSession(
      DispatchSite site,
      ActorContext<DispatchCommand> context,
      TimerScheduler<DispatchCommand> timers,
      DeviceDesk devices,
      JobDesk jobs) {
    this.site = site;
    this.timers = timers;
    this.devices = devices;
    this.jobs = jobs;
    bounds = new BoundDesk(site, context);
    rounds = new Rounds(site, context, timers, devices, bounds);
    issuer = new Issuer(site, context, timers, devices, workload, progress);
    standings = new Standings(site, workload, progress, jobs);
    company = new CompanyDesk(site, jobs, workload, timers);
  }

  /** Takes up what was decided before the start. */
  void begin(DispatchState state) {
    timers.cancelAll();
    timers.startTimerWithFixedDelay(Timer.REMIND, site.settings().timers().reminder());
    devices.describeStations();
    devices.describePickers();
    devices.reserve(state);
    remindPickers(state);
    awaitedOffers.addAll(state.jobsInProgress());
    if (!awaitedOffers.isEmpty()) {
      timers.startSingleTimer(Timer.OFFERS_DUE, site.settings().timers().offers());
      jobs.askForOffers(awaitedOffers);
    }
  }

  /** Asks pickers how their tasks stand, and racks once more what was not answered. */
  void remindPickers(DispatchState state) {
    state.issued().values().forEach(task -> devices.take(task, state.version()));
    issuer.recall(state);
    issuer.forgetChecks();
  }

  void offered(DispatchState state, Offered offer) {
    workload.add(offer);
    strangers.heardOf(offer.job());
    company.offered(state, offer);
    if (offer.intent() != Intent.SERVE) {
      issuer.recall(state);
      standings.tell(state, offer, Optional.empty());
    }
    if (!awaitedOffers.isEmpty()) {
      heardOf(state, offer.job());
    } else if (offer.why() == Why.UNCHANGED) {
      issue(state);
    } else if (needsRound(state, offer)) {
      var cause = Workload.causeOf(offer);
      if (Workload.isUrgent(offer)) {
        requestRoundNow(state, cause);
      } else {
        requestRound(cause);
      }
    }
  }

  Standings standings() {
    return standings;
  }

  /** What a job wants again, or waits for still, may have no place in the plan. */
  private boolean needsRound(DispatchState state, Offered offer) {
    return !Workload.isCovered(offer, state, company.waiting())
        || Workload.isExpired(offer, site.time().now(), state)
        || Workload.changesPlan(offer)
        || (offer.intent() != Intent.SERVE && waitsFor(state, offer.job()));
  }

  void withdrawn(DispatchState state, JobId job) {
    workload.remove(job);
    company.forget(job);
    var stranger = strangers.isOver(job);
    if (!awaitedOffers.isEmpty()) {
      heardOf(state, job);
    } else if (stranger || waitsFor(state, job)) {
      requestRoundNow(state, "withdrawn");
    } else if (memory.obstructed()) {
      requestRound("freed");
    }
  }

  private boolean waitsFor(DispatchState state, JobId job) {
    return state.waiting().values().stream()
        .anyMatch(task -> workload.jobsOf(task.task()).contains(job));
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
    if (workload.jobs().stream().anyMatch(offer -> needsRound(state, offer))) {
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
    issuer.forgetChecks();
    rounds.gather(picture(state));
  }

  /** What is to be done and under way. */
  WorkPicture picture(DispatchState state) {
    return new WorkPicture(
        state, workload.byId(), strangers.over(), issuer.homeless(), progress.startedAt());
  }

  BoundDesk bounds() {
    return bounds;
  }

  /** The plan that holds, and what it was reckoned on. */
  PlanPicture planPicture(DispatchState state) {
    return new PlanPicture(
        state, bounds.reckoned(state), !memory.stalled(), rounds.stage() != Rounds.Stage.IDLE);
  }

  /** The site was held, or released. */
  void siteChanged(DispatchState state) {
    issuer.recall(state);
    requestRoundNow(state, state.site().held() ? "site-held" : "site-released");
  }

  SitePicture sitePicture(DispatchState state) {
    return SiteLook.of(state, progress, site.time().now());
  }

  boolean heard(PickerPicture picture) {
    issuer.lookout().saw(picture);
    picture.carrier().stream()
        .map(carried -> carried.job())
        .filter(job -> workload.of(job).isEmpty())
        .filter(strangers::isNew)
        .forEach(job -> jobs.askForOffers(List.of(job)));
    return rounds.heard(gathering -> gathering.add(picture));
  }

  boolean heard(DewarPicture picture) {
    issuer.lookout().saw(picture);
    return rounds.heard(gathering -> gathering.add(picture));
  }

  boolean heard(PortPicture picture) {
    issuer.lookout().saw(picture);
    return rounds.heard(gathering -> gathering.add(picture));
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
    issuer.recall(state);
    var problem = rounds.problem(state);
    memory.tellGone(problem, jobs::tellGone);
    return problem;
  }

  /** Whether the adopted plan does all that this problem asks for and the planner can do. */
  boolean isPlanned(DispatchState state, PlanningProblem problem) {
    var served = memory.served(problem, state, workload);
    return rounds.isSecondLook() && served.filter(s -> company.isServed(problem, s)).isPresent();
  }

  /** Has the problem planned, once it is decided what of it waits for company. */
  void plan(DispatchState state, PlanningProblem problem) {
    var served = memory.served(problem, state, workload).filter(all -> rounds.isHarmless());
    rounds.plan(problem, company.search(problem, state, served));
  }

  /** Whether what was found is out of date before it began, and nothing is lost by another try. */
  boolean wantsAnotherTry(DispatchState state) {
    return rounds.wantAnotherTry() && state.issued().isEmpty();
  }

  void tryAgain(DispatchState state) {
    rounds.again();
    gather(state);
  }

  /** Remembers that nothing is left to do. */
  void nothingLeft(PlanningProblem problem) {
    memory.planned(problem, List.of());
  }

  /** Remembers all that is known of a plan that is about to be adopted. */
  void planned(Passed passed, long version) {
    memory.planned(passed);
    bounds.reckoned(new AdoptedPlan(version, passed));
    homeless(passed.stranded());
  }

  /** Tubes that cannot go back where they came from. */
  void homeless(Collection<TubeId> tubes) {
    if (issuer.homeless().addAll(tubes)) {
      requestRound("homeless");
    }
  }

  /** A plan was adopted. */
  void adopted(DispatchState state, PlanningProblem problem) {
    company.note(problem);
    devices.reserve(state);
    jobs.tellPlan(state, workload, problem.obstacles(), site.time().now());
    standings.forgetAnnounced();
    standings.tellAll(state);
    bounds.search(state);
    endRound(state, problem);
  }

  /**
   * The plan stays as it was: another would save too little, or everything else waits. Where none
   * could be had, it goes on if nothing has happened to it; what should go back and cannot goes to
   * a port.
   */
  void notAdopted(DispatchState state, PlanningOutcome outcome) {
    var problem = outcome.problem();
    if (outcome instanceof Retained retained) {
      memory.planned(retained.other()).forEach(left -> left.block(problem.obstacles()));
      homeless(retained.other().stranded());
      adopted(state, problem);
      return;
    }
    if (outcome instanceof Rejected rejected) {
      memory.rejected(rejected, rounds.isHarmless());
      homeless(problem.returning().keySet());
    }
    notAdopted(state, problem);
  }

  /** The plan stays as it was. */
  void notAdopted(DispatchState state, PlanningProblem problem) {
    memory.block(problem);
    company.note(problem);
    jobs.tellObstacles(workload, problem.obstacles());
    endRound(state, problem);
  }

  private void endRound(DispatchState state, PlanningProblem problem) {
    company.tell(state);
    memory.ended(problem);
    if (memory.obstructed() && !state.site().held()) {
      rounds.recheckLater();
    }
    problem
        .nextLimit()
        .ifPresent(at -> timers.startSingleTimer(Timer.CARRIER_LIMIT, site.time().timerUntil(at)));
    if (rounds.end()) {
      gather(state);
    } else {
      issue(state);
    }
  }

  /** Issues whatever may be issued now. */
  void issue(DispatchState state) {
    if (!rounds.holdTasks() && awaitedOffers.isEmpty() && !memory.stalled()) {
      issuer.issue(state).ifPresent(trouble -> requestRoundNow(state, trouble));
    }
  }

  /** What a rack has answered; the task that may be issued now. */
  Optional<String> checked(DispatchState state, RackAnswer answer) {
    var checked = issuer.checked(answer);
    checked.trouble().ifPresent(trouble -> requestRoundNow(state, trouble));
    return checked.cleared();
  }

  /** Whether the task may be issued, still and already: jobs that rest must know of it. */
  boolean isDue(DispatchState state, String taskId) {
    return !rounds.holdTasks()
        && issuer.due(state, taskId).filter(task -> standings.isKnown(state, task)).isPresent();
  }

  void issued(DispatchState state, String taskId) {
    Optional.ofNullable(state.issued().get(taskId))
        .ifPresent(
            task -> {
              devices.take(task, state.version());
              standings.tellAll(state);
            });
  }

  void workStarted(String taskId, Instant at) {
    progress.started(taskId, at);
  }

  /** A task is settled: the rest of the plan goes on, or is planned again. */
  void settled(DispatchState state, Settlement settlement) {
    var ended = settlement.ended();
    progress.settled(ended.taskId());
    devices.conclude(ended.picker(), ended.taskId());
    ended.returned().forEach(returned -> issuer.homeless().remove(returned.tube()));
    ended.deliveries().forEach(delivery -> issuer.homeless().remove(delivery.tube()));
    issuer.homeless().addAll(settlement.homeless());
    if (!ended.fault().isEmpty()) {
      issuer.lookout().fault(ended.picker());
    }
    standings.tellAll(state);
    if (settlement.isDisturbed()) {
      requestRoundNow(state, settlement.disturbance());
    } else {
      issue(state);
    }
  }
}
