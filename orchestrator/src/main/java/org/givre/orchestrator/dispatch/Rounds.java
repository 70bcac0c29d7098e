package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.TimerScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.orchestrator.dispatch.DispatchCommand.RoundFailed;
import org.givre.orchestrator.dispatch.DispatchCommand.RoundPlanned;
import org.givre.orchestrator.dispatch.DispatchCommand.Timer;
import org.givre.orchestrator.dispatch.DispatchEvent.PlannedTask;
import org.givre.orchestrator.dispatch.planning.InstanceBuilder;
import org.givre.orchestrator.dispatch.planning.PlanClock;
import org.givre.orchestrator.dispatch.planning.PlanningInput;
import org.givre.orchestrator.dispatch.planning.PlanningProblem;
import org.givre.orchestrator.dispatch.planning.RunningTask;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * Rounds of planning, one at a time: jobs are collected for a moment, devices asked, and the
 * problem handed to the planner on its own thread. What comes in the meantime makes another round.
 */
final class Rounds {
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
  private final Workload workload;
  private final List<String> causes = new ArrayList<>();
  private final List<String> nextCauses = new ArrayList<>();
  private boolean nextIsUrgent;
  private Stage stage = Stage.IDLE;
  private Gathering gathering;
  private List<RunningTask> running = List.of();
  private SortedMap<TubeId, RackId> located = new TreeMap<>();
  private Optional<PlanningProblem> problem = Optional.empty();

  Rounds(
      DispatchSite site,
      ActorContext<DispatchCommand> context,
      TimerScheduler<DispatchCommand> timers,
      DeviceDesk devices,
      Workload workload) {
    this.site = site;
    this.context = context;
    this.timers = timers;
    this.devices = devices;
    this.workload = workload;
    gathering = new Gathering(site.store(), List.of());
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

  boolean isCausedOnlyBy(SortedSet<String> reasons) {
    return reasons.containsAll(causes);
  }

  /** Whether something has come up since the round began. */
  boolean isOvertaken() {
    return !nextCauses.isEmpty();
  }

  /** Wants a round, together with whatever else comes in a moment. */
  void request(String cause) {
    if (holdTasks()) {
      nextCauses.add(cause);
      return;
    }
    causes.add(cause);
    if (stage == Stage.IDLE) {
      timers.startSingleTimer(Timer.LONGEST_WAIT, site.settings().longestWait());
    }
    stage = Stage.COLLECTING;
    timers.startSingleTimer(Timer.QUIET, site.settings().quiet());
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
  void gather(DispatchState state, SortedMap<String, Instant> startedAt) {
    stage = Stage.GATHERING;
    timers.cancel(Timer.QUIET);
    timers.cancel(Timer.LONGEST_WAIT);
    timers.cancel(Timer.RECHECK);
    timers.startSingleTimer(Timer.GATHERED, site.settings().gathering());
    running = running(state, startedAt);
    located = located();
    var racks = new TreeMap<RackId, SortedSet<TubeId>>();
    located.forEach((tube, rack) -> racks.computeIfAbsent(rack, r -> new TreeSet<>()).add(tube));
    for (var task : running) {
      if (task.task() instanceof LiftTask lift) {
        var tubes = racks.computeIfAbsent(lift.rack(), r -> new TreeSet<>());
        lift.picks().forEach(pick -> tubes.add(pick.tube()));
      }
    }
    gathering = new Gathering(site.store(), racks.keySet());
    devices.describe(racks);
  }

  private SortedMap<TubeId, RackId> located() {
    var found = new TreeMap<TubeId, RackId>();
    for (var tube : workload.candidates()) {
      site.tubes().rackOf(tube).ifPresent(rack -> found.put(tube, rack));
    }
    return found;
  }

  private List<RunningTask> running(DispatchState state, SortedMap<String, Instant> startedAt) {
    var now = site.time().now();
    return state.issued().values().stream()
        .map(
            task -> {
              var started = Optional.ofNullable(startedAt.get(task.task().taskId()));
              return running(task, started, now);
            })
        .toList();
  }

  /** A task whose work has begun ends when it must; one on its way there, not before planned. */
  private static RunningTask running(PlannedTask task, Optional<Instant> started, Instant now) {
    var length = Duration.between(task.start(), task.end());
    var planned = started.orElse(later(task.start(), now)).plus(length);
    return new RunningTask(task.picker(), task.task(), later(planned, now), length);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Takes down what a device says; true once everybody has spoken. */
  boolean heard(Consumer<Gathering> picture) {
    if (stage != Stage.GATHERING) {
      return false;
    }
    picture.accept(gathering);
    return gathering.isComplete();
  }

  /** The problem, with what has been heard by now. */
  PlanningProblem problem(DispatchState state) {
    timers.cancel(Timer.GATHERED);
    var origin = site.time().now().plus(engineSearchTime());
    return new InstanceBuilder(site.store())
        .build(
            new PlanningInput(
                "plan-" + (state.version() + 1),
                new PlanClock(origin),
                workload.jobs(),
                running,
                gathering.picture(),
                located));
  }

  private Duration engineSearchTime() {
    var nanos = searchTime().toNanos() * site.time().speed();
    return Duration.ofNanos(Math.round(nanos));
  }

  private Duration searchTime() {
    return site.settings().searchTime(site.time().speed());
  }

  /** Has the problem planned, on the planner's thread. */
  void plan(PlanningProblem next, long seed) {
    stage = Stage.PLANNING;
    problem = Optional.of(next);
    var budget = searchTime();
    var outcome =
        CompletableFuture.supplyAsync(() -> site.round().run(next, seed, budget), site.executor());
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
    problem = Optional.empty();
    causes.addAll(nextCauses);
    nextCauses.clear();
    nextIsUrgent = false;
  }

  /** Looks again later at what was in the way. */
  void recheckLater() {
    timers.startSingleTimer(Timer.RECHECK, site.settings().recheck());
  }
}
