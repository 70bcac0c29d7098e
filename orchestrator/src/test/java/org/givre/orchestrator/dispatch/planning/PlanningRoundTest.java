package org.givre.orchestrator.dispatch.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.carried;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.P2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.PICKER;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Rejected;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Retained;
import org.givre.orchestrator.job.Route;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.junit.jupiter.api.Test;

class PlanningRoundTest {
  private static final RetrievalPlanner PLANNER = new WarmthPlanner();

  /** Finds a plan and loses its first operation. */
  private static final RetrievalPlanner CARELESS =
      (instance, seed, stop) -> {
        var found = PLANNER.plan(instance, seed, stop);
        var ops = found.plan().ops().stream().skip(1).toList();
        return withOps(found, ops);
      };

  private final PlanningProblem problem =
      new PlanningBench()
          .stands("A", rack(D1, 1), 1)
          .stands("B", rack(D1, 1), 2)
          .job("j1", "A", "B")
          .problem();

  @Test
  void passesAPlanThatTheJudgePasses() {
    var passed = (Passed) round(PLANNER).run(problem, 1, Duration.ZERO);
    assertThat(passed.verdict().isValid()).isTrue();
    assertThat(passed.complaints()).isEmpty();
    assertThat(passed.verdict().exposure().totalTs())
        .isBetween(passed.lowerBoundTubeSeconds(), passed.fifoTubeSeconds());
  }

  @Test
  void namesTasksPicksAndTimes() {
    var passed = (Passed) round(PLANNER).run(problem, 1, Duration.ZERO);
    var ids = new AtomicInteger();
    var tasks = PlanTranslation.tasks(passed, () -> "task-" + ids.incrementAndGet());
    assertThat(tasks).extracting(task -> task.task().taskId()).containsExactly("task-1", "task-2");
    var lift = (LiftTask) tasks.get(0).task();
    assertThat(lift.rack()).isEqualTo(rack(D1, 1));
    assertThat(lift.picks())
        .containsExactly(PlanningBench.pick("A", 1, "j1", 0), PlanningBench.pick("B", 2, "j1", 1));
    assertThat(tasks.get(0).start()).isAfter(PlanningBench.NOW);
    assertThat(tasks.get(1).start()).isAfter(tasks.get(0).end());
  }

  @Test
  void fallsBackToTheFirstPlanWhenTheSearchedOneIsBad() {
    var tries = new AtomicInteger();
    RetrievalPlanner carelessOnce =
        (instance, seed, stop) ->
            (tries.getAndIncrement() == 0 ? CARELESS : PLANNER).plan(instance, seed, stop);
    var passed = (Passed) round(carelessOnce).run(problem, 1, Duration.ZERO);
    assertThat(passed.verdict().isValid()).isTrue();
    assertThat(passed.complaints()).isNotEmpty();
  }

  @Test
  void searchesALittleHoweverBusyTheMachineIs() {
    var stops = new ArrayList<Boolean>();
    RetrievalPlanner asked =
        (instance, seed, stop) -> {
          stops.add(stop.reached(299));
          stops.add(stop.reached(300));
          return PLANNER.plan(instance, seed, stop);
        };
    round(asked).run(problem, 1, Duration.ZERO);
    assertThat(stops).containsExactly(false, true);
  }

  @Test
  void plansAroundATubeThatNoPortTakesNow() {
    var blocked =
        new PlanningBench()
            .stands("B", rack(D1, 1), 2)
            .job("j1", SampleJobs.spec(SampleJobs.anyOf("A")), true, List.of("A"))
            .but(new Route(Optional.empty(), Optional.of(P2), new TreeSet<>()))
            .portOutOfService(P2)
            .picker(PICKER, State.AVAILABLE, "D1", carried("A", "j1", 0))
            .job("j2", "B");
    var passed = (Passed) round(PLANNER).run(blocked.problem(), 1, Duration.ZERO);
    assertThat(passed.plan().ops()).hasSize(2);
    assertThat(passed.unplanned()).isEmpty();
  }

  @Test
  void handsOutNoPlanThatTheJudgeRejects() {
    var rejected = round(CARELESS).run(problem, 1, Duration.ZERO);
    assertThat(rejected).isInstanceOf(Rejected.class);
    assertThat(rejected.complaints()).isNotEmpty();
  }

  @Test
  void leavesThePlanThatDoesAllAboutAsWell() {
    var round = round(PLANNER);
    var passed = (Passed) round.run(problem, 1, Duration.ZERO);
    var outcome = round.run(problem, waiting(passed, 0, 0.005), 1, Duration.ZERO);
    assertThat(outcome).isInstanceOf(Retained.class);
  }

  @Test
  void replacesAPlanThatAnotherOneIsMuchBetterThan() {
    var round = round(PLANNER);
    var fifo = (Passed) round(FirstComeFirstServed.oneLiftPerTube()).run(problem, 1, Duration.ZERO);
    var waiting = waiting(fifo, 0, 0.005);
    assertThat(waiting.whole()).isTrue();
    assertThat(round.run(problem, WaitingPlan.NONE, 1, Duration.ZERO)).isInstanceOf(Passed.class);
    var careless = new WaitingPlan(waiting.plan(), true, 0.99);
    assertThat(fresh().run(problem, careless, 1, Duration.ZERO)).isInstanceOf(Retained.class);
    assertThat(fresh().run(problem, waiting, 1, Duration.ZERO)).isInstanceOf(Passed.class);
  }

  @Test
  void replacesAPlanThatDoesNotDoAll() {
    var round = round(PLANNER);
    var passed = (Passed) round.run(problem, 1, Duration.ZERO);
    var outcome = round.run(problem, waiting(passed, 1, 0.5), 1, Duration.ZERO);
    assertThat(outcome).isInstanceOf(Passed.class);
  }

  /** A round whose planner takes no notice of what is left of a plan. */
  private static PlanningRound fresh() {
    return round((instance, seed, stop) -> PLANNER.plan(instance, seed, stop));
  }

  /** What is left of a plan once so many of its tasks are lost. */
  private WaitingPlan waiting(Passed passed, int lost, double leastGain) {
    var ids = new AtomicInteger();
    var tasks = PlanTranslation.tasks(passed, () -> "task-" + ids.incrementAndGet());
    return WaitingPlan.of(problem, tasks.subList(lost, tasks.size()), leastGain);
  }

  private static PlanningRound round(RetrievalPlanner planner) {
    return new PlanningRound(planner, FirstComeFirstServed.oneLiftPerTube(), () -> 0);
  }

  private static PlannedRetrieval withOps(PlannedRetrieval found, List<PlanOp> ops) {
    var plan = new RetrievalPlan(Optional.empty(), "careless", 0, ops);
    return new PlannedRetrieval(
        plan, found.unplanned(), found.stranded(), found.iterations(), found.predicted());
  }
}
