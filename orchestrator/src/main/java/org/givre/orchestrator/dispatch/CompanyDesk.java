package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.planning.CompanyQuestion;
import org.givre.orchestrator.dispatch.planning.CompanyRound;
import org.givre.orchestrator.dispatch.planning.Obstacles;
import org.givre.orchestrator.dispatch.planning.PlanShares;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.dispatch.planning.RequestKey;
import org.givre.orchestrator.dispatch.planning.WaitingPlan;
import org.givre.orchestrator.dispatch.planning.Waits;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobNotice.Intent;
import org.givre.orchestrator.job.JobNotice.Offered;
import org.givre.plans.company.Company;
import org.givre.plans.company.CompanyDecision;
import org.givre.plans.company.Patience;
import org.givre.plans.company.WaitingWork;
import org.givre.plans.store.JobId;

/**
 * Who waits for company, as the last round has decided. After a restart nothing is remembered, and
 * the first round decides again by the same facts: what jobs are due when, what is planned, and the
 * time.
 */
final class CompanyDesk {
  /** A timer cannot be set for longer than months: look at least daily. */
  private static final Duration LONGEST_TIMER = Duration.ofDays(1);

  private final DispatchSite site;
  private final JobDesk jobs;
  private final Workload workload;
  private final TimerScheduler<DispatchCommand> timers;
  private final SortedMap<JobId, Double> atOnce = new TreeMap<>();
  private final SortedSet<JobId> told = new TreeSet<>();
  private Waits waits = Waits.NONE;

  CompanyDesk(
      DispatchSite site, JobDesk jobs, Workload workload, TimerScheduler<DispatchCommand> timers) {
    this.site = site;
    this.jobs = jobs;
    this.workload = workload;
    this.timers = timers;
  }

  /**
   * How the problem is to be planned, in a given time, on the planner's thread.
   *
   * @param served requests that need no other plan; empty where the adopted plan cannot stay
   */
  Function<Duration, PlanningOutcome> search(
      PlanningProblem problem, DispatchState state, Optional<SortedSet<RequestKey>> served) {
    var seed = site.settings().planning().seedAfter(state.version());
    var patience = patience(problem);
    var waiting =
        WaitingPlan.of(problem, state.waiting().values(), site.settings().planning().leastGain());
    if (patience.isEmpty()) {
      var all = problem.with(CompanyDecision.NONE);
      return budget -> site.round().run(all, waiting, seed, budget);
    }
    var company = new Company(site.round().planner(), site.settings().company().terms());
    var work = new WaitingWork(problem.instance(), patience, going(problem, state), told(problem));
    var question = new CompanyQuestion(problem, work, served, state.tubesToPick(), waiting);
    return budget -> new CompanyRound(company, site.round()).run(question, seed, budget);
  }

  /** A job whose tube another one waits for is no company for anybody: it goes. */
  private SortedMap<Integer, Patience> patience(PlanningProblem problem) {
    var patience = new TreeMap<Integer, Patience>();
    var inTheWay = problem.obstacles().inTheWay();
    for (var job : offers(problem)) {
      if (!inTheWay.contains(job.job())) {
        site.settings()
            .company()
            .patience(job, problem.clock())
            .ifPresent(how -> patience.put(problem.id(job.job()), how));
      }
    }
    return patience;
  }

  private Iterable<Offered> offers(PlanningProblem problem) {
    var involved = new TreeSet<JobId>();
    problem.requests().forEach(request -> involved.add(request.job()));
    return workload.serving().stream().filter(job -> involved.contains(job.job())).toList();
  }

  private static SortedSet<Integer> going(PlanningProblem problem, DispatchState state) {
    var planned = state.requestsToPick();
    var going = new TreeSet<Integer>();
    for (var request : problem.instance().requests()) {
      if (planned.contains(problem.request(request.id()))) {
        going.add(request.id());
      }
    }
    return going;
  }

  /** Jobs that know, or have been told, what going at once would have cost. */
  private SortedSet<Integer> told(PlanningProblem problem) {
    var known = new TreeSet<Integer>();
    for (var job : offers(problem)) {
      if (job.company().atOnceTubeSeconds().isPresent() || atOnce.containsKey(job.job())) {
        known.add(problem.id(job.job()));
      }
    }
    return known;
  }

  /** A job that the plan serves does not wait: before a stop it may not have heard of the plan. */
  void offered(DispatchState state, Offered job) {
    if (job.company().isWaiting() && Workload.isCovered(job, state, new TreeSet<>())) {
      jobs.tellCompany(job.job(), CompanyWait.NEVER);
    }
  }

  /** Notes what was decided about the problem, if anything was, and blocks who waits. */
  void note(PlanningProblem problem) {
    if (problem.waits().isPresent() || problem.isEmpty()) {
      waits = problem.waits().orElse(Waits.NONE);
      waits.atOnce().forEach((job, tubeSeconds) -> atOnce.putIfAbsent(job, tubeSeconds));
    }
    block(problem.obstacles());
  }

  private void block(Obstacles obstacles) {
    waiting().forEach(request -> obstacles.waitsForCompany(request.job()));
  }

  /** Requests that wait on: neither their time has come nor has an operator let them go. */
  SortedSet<RequestKey> waiting() {
    var now = site.time().now();
    var waiting = new TreeSet<RequestKey>();
    for (var request : waits.until().entrySet()) {
      if (request.getValue().isAfter(now) && isPatient(request.getKey().job())) {
        waiting.add(request.getKey());
      }
    }
    return waiting;
  }

  private boolean isPatient(JobId job) {
    return workload
        .of(job)
        .filter(offer -> !offer.goesAlone() && offer.intent() == Intent.SERVE)
        .isPresent();
  }

  /** Whether {@code served} is all that is asked for and does not wait. */
  boolean isServed(PlanningProblem problem, SortedSet<RequestKey> served) {
    var needed = problem.requests();
    needed.removeAll(waiting());
    return served.containsAll(needed);
  }

  /** Has dispatch look again when the first of those that wait must go. */
  private void setTimer() {
    timers.cancel(Timer.COMPANY);
    waits.until().values().stream()
        .min(Instant::compareTo)
        .map(site.time()::timerUntil)
        .map(wait -> wait.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : wait)
        .ifPresent(wait -> timers.startSingleTimer(Timer.COMPANY, wait));
  }

  /** Tells jobs how they wait, and those that do not any more that they do not. */
  void tell(DispatchState state) {
    setTimer();
    var running =
        new PlanShares(site.store().timing(), state.issued().values(), workload.carried());
    var waiting = waiting();
    for (var job : workload.jobs()) {
      var own =
          waiting.subSet(
              new RequestKey(job.job(), 0), new RequestKey(job.job(), Integer.MAX_VALUE));
      if (!own.isEmpty()) {
        told.add(job.job());
        jobs.tellCompany(job.job(), wait(job.job(), own, running.tubeSeconds(job.job())));
      } else if (told.remove(job.job()) || job.company().isWaiting()) {
        jobs.tellCompany(job.job(), CompanyWait.NEVER);
      }
    }
  }

  /**
   * How a job waits.
   *
   * @param running its share of what is under way
   */
  private CompanyWait wait(JobId job, SortedSet<RequestKey> requests, double running) {
    var indices = new TreeSet<Integer>();
    requests.forEach(request -> indices.add(request.request()));
    var until = requests.stream().flatMap(r -> Optional.ofNullable(waits.until().get(r)).stream());
    return new CompanyWait(
        indices,
        until.max(Instant::compareTo),
        plus(Optional.ofNullable(atOnce.get(job)), running),
        plus(Optional.ofNullable(waits.together().get(job)), running));
  }

  private static OptionalDouble plus(Optional<Double> some, double more) {
    return some.isPresent() ? OptionalDouble.of(some.get() + more) : OptionalDouble.empty();
  }

  /** The job is over, or held. */
  void forget(JobId job) {
    atOnce.remove(job);
    told.remove(job);
  }
}
