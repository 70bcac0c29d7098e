package org.givre.bench.planner;

import java.io.IOException;
import java.nio.file.Path;
import org.givre.plans.instance.Instance;
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

/** The time until there is a valid plan, and that of the simplest policy. */
@State(Scope.Benchmark)
public class FirstPlanBench {
  private static final StopCondition AT_ONCE = StopCondition.afterIterations(0);

  @Param({"L-101", "L-201", "XL-101"})
  public String instance = "";

  private final RetrievalPlanner planner = new WarmthPlanner();
  private final RetrievalPlanner fifo = FirstComeFirstServed.oneLiftPerTube();
  private Instance problem;

  @Setup
  public void read() throws IOException {
    problem = Problems.read(Path.of(System.getProperty("givre.instances")), instance);
    var first = Judged.of(planner, problem, 0, AT_ONCE);
    if (!first.isValid()) {
      throw new IllegalStateException("Expected a valid first plan of " + instance);
    }
  }

  @Benchmark
  public PlannedRetrieval fifo() {
    return fifo.plan(problem, 0, AT_ONCE);
  }

  @Benchmark
  public PlannedRetrieval firstPlan() {
    return planner.plan(problem, 0, AT_ONCE);
  }
}
