package org.givre.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.givre.orchestrator.planfile.InstanceFile;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Planning anew after one event in a large store: 2,000 requests, 40 dewars, 4 pickers. */
@State(Scope.Benchmark)
public class ReplanningBench {
  /** {@code givre.dispatch.planning} of the engine. */
  private static final Duration USUAL_BUDGET = Duration.ofMillis(300);

  private static final StopCondition AT_ONCE = StopCondition.afterIterations(0);

  @Param({"L-101", "L-201"})
  public String instance = "";

  private final RetrievalPlanner planner = new WarmthPlanner();
  private final RetrievalPlanner fifo = FirstComeFirstServed.oneLiftPerTube();
  private RetrievalPlan before;
  private Instance left;
  private RetrievalPlan plan;

  /** Carries the first lift out. */
  @Setup
  public void carryOutOneLift() throws IOException {
    var directory = Path.of(System.getProperty("givre.instances"));
    var whole = InstanceFile.read(directory.resolve(instance + ".json"));
    before = planner.plan(whole, 0, AT_ONCE).plan();
    left = AfterOneLift.of(whole, before);
    plan = planner.plan(left, 0, AT_ONCE).plan();
    requireValid(plan);
    requireValid(replan().plan());
  }

  private void requireValid(RetrievalPlan made) {
    var violations = PlanCheck.of(left).judge(made).violations();
    if (!violations.isEmpty()) {
      throw new IllegalStateException("A valid plan was expected, found " + violations);
    }
  }

  /** The policy that all else is compared with. */
  @Benchmark
  public PlannedRetrieval fifo() {
    return fifo.plan(left, 0, AT_ONCE);
  }

  /** A first valid plan, without search. */
  @Benchmark
  public PlannedRetrieval firstPlan() {
    return planner.plan(left, 0, AT_ONCE);
  }

  /** What is left of the plan before, as a plan. */
  @Benchmark
  public PlannedRetrieval replan() {
    return planner.replan(left, before, 0, AT_ONCE);
  }

  /** A plan within the engine's usual budget. */
  @Benchmark
  public PlannedRetrieval usualPlan() {
    long end = System.nanoTime() + USUAL_BUDGET.toNanos();
    return planner.plan(left, 0, iterations -> System.nanoTime() - end >= 0);
  }

  /** What the judge takes. */
  @Benchmark
  public Verdict planCheck() {
    return PlanCheck.of(left).judge(plan);
  }
}
