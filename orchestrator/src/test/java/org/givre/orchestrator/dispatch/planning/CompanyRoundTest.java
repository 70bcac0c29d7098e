package org.givre.orchestrator.dispatch.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.orchestrator.dispatch.planning.PlanningBench.NOW;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D2;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Kept;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.plans.company.Company;
import org.givre.plans.company.CompanyTerms;
import org.givre.plans.company.Patience;
import org.givre.plans.company.WaitingWork;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.store.JobId;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.Test;

class CompanyRoundTest {
  private static final JobId PATIENT = new JobId("j1");
  private static final RequestKey WAITING = new RequestKey(PATIENT, 0);
  private static final double HOUR = 3_600;

  private final PlanningBench bench =
      new PlanningBench()
          .stands("A", rack(D1, 1), 3)
          .stands("B", rack(D1, 2), 1)
          .stands("C", rack(D2, 3), 3)
          .job("j1", "A");

  @Test
  void plansWhatDoesNotWait() {
    var outcome = run(bench.job("j2", "B").problem(), Optional.empty());
    assertThat(((Passed) outcome).plan().ops()).hasSize(2);
    var waits = outcome.problem().waits().orElseThrow();
    assertThat(waits.until())
        .containsOnlyKeys(WAITING)
        .containsEntry(WAITING, NOW.plusSeconds(3_600));
    assertThat(waits.atOnce()).containsOnlyKeys(PATIENT);
    assertThat(waits.together()).containsOnlyKeys(PATIENT);
  }

  @Test
  void plansNothingWhereEverythingWaitsAndTheOldPlanMustGo() {
    var outcome = run(bench.problem(), Optional.empty());
    assertThat(((Passed) outcome).plan().ops()).isEmpty();
    assertThat(outcome.problem().requests()).isEmpty();
  }

  @Test
  void keepsThePlanWhereItServesAllThatDoesNotWait() {
    var problem = bench.job("j2", "B").problem();
    var outcome = run(problem, served(new RequestKey(new JobId("j2"), 0)), "B");
    assertThat(outcome).isInstanceOf(Kept.class);
    assertThat(outcome.problem().waits().orElseThrow().until()).containsOnlyKeys(WAITING);
  }

  @Test
  void plansAnewWhereTheOldPlanTakesTheTubeOfOneThatWaits() {
    var problem = bench.job("j2", "A|C").problem();
    var outcome = run(problem, served(new RequestKey(new JobId("j2"), 0)), "A");
    assertThat(outcome.problem().movedBy(((Passed) outcome).plan()))
        .extracting(problem::tube)
        .containsExactly(new TubeId("C"));
  }

  private static Optional<SortedSet<RequestKey>> served(RequestKey... requests) {
    return Optional.of(new TreeSet<>(List.of(requests)));
  }

  private static PlanningOutcome run(
      PlanningProblem problem, Optional<SortedSet<RequestKey>> served, String... planned) {
    var planner = new WarmthPlanner();
    var round = new PlanningRound(planner, FirstComeFirstServed.oneLiftPerTube(), () -> 0);
    var patience = Map.of(problem.id(PATIENT), new Patience(0, 8 * HOUR));
    var work =
        new WaitingWork(
            problem.instance(), new TreeMap<>(patience), new TreeSet<>(), new TreeSet<>());
    var tubes = new TreeSet<>(List.of(planned).stream().map(TubeId::new).toList());
    var company = new Company(planner, new CompanyTerms(HOUR, 0.7, 300));
    return new CompanyRound(company, round)
        .run(new CompanyQuestion(problem, work, served, tubes, WaitingPlan.NONE), 1, Duration.ZERO);
  }
}
