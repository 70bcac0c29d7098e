package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.givre.orchestrator.dispatch.DispatchCommand.RoundFailed;
import org.givre.orchestrator.dispatch.DispatchCommand.RoundPlanned;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.DispatchRequest.WorkPicture;
import org.givre.orchestrator.dispatch.planning.InstanceBuilder;
import org.givre.orchestrator.dispatch.planning.PlanClock;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;

/**
 * Rounds of planning, one at a time: jobs are collected for a moment, devices asked, and the
 * problem handed to the planner on its own thread. What comes in the meantime makes another round.
 */
final class Rounds {
  /** Reasons that alone do not ask for another plan. */
  private static final SortedSet<String> SECOND_LOOKS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(Set.of("recovered", "reminded", "progressed", "recheck", "freed")));

  /** Reasons that ask for a plan, but leave the old one as good as it was. */
  private static final SortedSet<String> ADDITIONS =
      Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("submitted", "released", "company")));

  /** Jobs that keep coming must not keep the first ones from ever being planned. */
  private static final int MOST_TRIES_AGAIN = 3;

  /** Where the round is. */
  enum Stage {
    IDLE,
    COLLECTING,
    GATHERING,
    PLANNING
  }

  private final DispatchSite site;
  private final ActorContext<DispatchCommand> context;
  private final TimerScheduler<DispatchCommand> timers;
  private final DeviceDesk devices;
  private final BoundDesk bounds;
  private final List<String> causes = new ArrayList<>();
  private final List<String> nextCauses = new ArrayList<>();
  private boolean nextIsUrgent;
  private int triesAgain;
  private Stage stage = Stage.IDLE;
  private Optional<Survey> survey = Optional.empty();
  private Optional<PlanningProblem> problem = Optional.empty();

  Rounds(
      DispatchSite site,
      ActorContext<DispatchCommand> context,
      TimerScheduler<DispatchCommand> timers,
      DeviceDesk devices,
      BoundDesk bounds) {
    this.site = site;
    this.context = context;
    this.timers = timers;
    this.devices = devices;
    this.bounds = bounds;
  }

  /** Whether tasks must wait for the round's plan. */
  boolean holdTasks() {
    return stage == Stage.GATHERING || stage == Stage.PLANNING;
  }

  Stage stage() {
    return stage;
  }

  /** Why the round takes place, each reason once. */
  String cause() {
    return String.join(", ", new TreeSet<>(causes));
  }

  /** Whether nothing has happened for which alone another plan is needed. */
  boolean isSecondLook() {
    return SECOND_LOOKS.containsAll(causes);
  }

  /** Whether the old plan is as good as it was. */
  boolean isHarmless() {
    return causes.stream().allMatch(c -> SECOND_LOOKS.contains(c) || ADDITIONS.contains(c));
  }

  /** Whether something has come up since the round began, so that it had better begin again. */
  boolean wantAnotherTry() {
    return !nextCauses.isEmpty() && triesAgain < MOST_TRIES_AGAIN;
  }

  /** Wants a round, together with whatever else comes in a moment. */
  void request(String cause) {
    if (holdTasks()) {
      nextCauses.add(cause);
      return;
    }
    causes.add(cause);
    if (stage == Stage.IDLE) {
      timers.startSingleTimer(Timer.LONGEST_WAIT, site.settings().timers().longestWait());
    }
    stage = Stage.COLLECTING;
    timers.startSingleTimer(Timer.QUIET, site.settings().timers().quiet());
  }

  /**
   * Wants a round at once: what is left of the plan cannot go on as it is. True if it may begin;
   * false if one is under way, after which there will be another.
   */
  boolean requestNow(String cause) {
    if (holdTasks()) {
      nextCauses.add(cause);
      nextIsUrgent = true;
      return false;
    }
    causes.add(cause);
    return true;
  }

  /** Asks devices for their pictures; from here on tasks that are running stay as they are. */
  void gather(WorkPicture work) {
    stage = Stage.GATHERING;
    timers.cancel(Timer.QUIET);
    timers.cancel(Timer.LONGEST_WAIT);
    timers.cancel(Timer.RECHECK);
    timers.startSingleTimer(Timer.GATHERED, site.settings().timers().gathering());
    var begun = new Survey(site, work);
    survey = Optional.of(begun);
    devices.describe(begun.racksToAsk());
  }

  /** Takes down what a device says; true once everybody has spoken. */
  boolean heard(Consumer<Gathering> picture) {
    if (stage != Stage.GATHERING) {
      return false;
    }
    var now = survey.orElseThrow();
    now.heard(picture);
    devices.describeRacks(now.furtherRacks());
    return now.isComplete();
  }

  /** The problem, with what has been heard by now. */
  PlanningProblem problem(DispatchState state) {
    timers.cancel(Timer.GATHERED);
    var origin = site.time().now().plus(engineSearchTime());
    var name = "plan-" + (state.version() + 1);
    return new InstanceBuilder(site.store())
        .build(survey.orElseThrow().input(name, new PlanClock(origin)));
  }

  private Duration engineSearchTime() {
    var nanos = searchTime().toNanos() * site.time().speed();
    return Duration.ofNanos(Math.round(nanos));
  }

  private Duration searchTime() {
    return site.settings().planning().searchTime(site.time().speed());
  }

  /** Has the problem planned in a given time, on the planner's thread. */
  void plan(PlanningProblem next, Function<Duration, PlanningOutcome> search) {
    stage = Stage.PLANNING;
    problem = Optional.of(next);
    bounds.stop();
    var budget = searchTime();
    var outcome = CompletableFuture.supplyAsync(() -> search.apply(budget), site.executor());
    context.pipeToSelf(
        outcome,
        (found, failure) -> found == null ? new RoundFailed(failure) : new RoundPlanned(found));
  }

  /** The problem that is being planned; empty if none is. */
  Optional<PlanningProblem> underWay() {
    return stage == Stage.PLANNING ? problem : Optional.empty();
  }

  /** Whether this is the problem that is being planned, and not one from before a restart. */
  boolean isPlanning(PlanningProblem found) {
    return underWay().filter(p -> p.clock().equals(found.clock())).isPresent();
  }

  /** The round is over. True if another must begin at once; else it may, in a moment. */
  boolean end() {
    stage = Stage.IDLE;
    triesAgain = 0;
    problem = Optional.empty();
    causes.clear();
    var pending = List.copyOf(nextCauses);
    nextCauses.clear();
    if (nextIsUrgent) {
      causes.addAll(pending);
    } else {
      pending.forEach(this::request);
    }
    var urgent = nextIsUrgent;
    nextIsUrgent = false;
    return urgent;
  }

  /** Forgets what it has found and begins again, with what has come in the meantime. */
  void again() {
    stage = Stage.IDLE;
    triesAgain++;
    problem = Optional.empty();
    causes.addAll(nextCauses);
    nextCauses.clear();
    nextIsUrgent = false;
  }

  /** Looks again later at what was in the way. */
  void recheckLater() {
    timers.startSingleTimer(Timer.RECHECK, site.settings().timers().recheck());
  }
}
