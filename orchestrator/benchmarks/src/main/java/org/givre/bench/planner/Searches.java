package org.givre.bench.planner;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.givre.bench.Arguments;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.search.baseline.GreedyRack;

/** Plans instances in this process: as users do without a planner, and with ours. */
final class Searches {
  private final Arguments settings;
  private final RetrievalPlanner planner = new WarmthPlanner();

  Searches(Arguments settings) {
    this.settings = settings;
  }

  /** Plans once and forgets it. */
  void warmUp(Instance problem) {
    Progress.tell("%s: warming up", problem.name());
    planner.plan(problem, 0, during(settings.seconds("seconds")));
    FirstComeFirstServed.oneLiftPerTube().plan(problem, 0, StopCondition.afterIterations(0));
  }

  Quality quality(Instance problem) {
    var isLargest = Problems.size(problem.name()).equals("XL");
    var usual = settings.seconds(isLargest ? "largest" : "seconds");
    var longer = settings.seconds("longer");
    return new Quality(
        problem.name(),
        baseline(FirstComeFirstServed.oneLiftPerTube(), problem),
        baseline(FirstComeFirstServed.oneLiftPerRackAndJob(), problem),
        baseline(new GreedyRack(), problem),
        LowerBound.cheap(problem),
        LowerBound.strong(problem, during(settings.seconds("bound"))),
        searched(problem, usual),
        longer.compareTo(usual) > 0 ? Optional.of(searched(problem, longer)) : Optional.empty());
  }

  private static Judged baseline(RetrievalPlanner policy, Instance problem) {
    return Judged.of(policy, problem, 0, StopCondition.afterIterations(0));
  }

  private Series searched(Instance problem, Duration time) {
    return new Series(
        time,
        IntStream.rangeClosed(1, settings.number("seeds"))
            .mapToObj(seed -> Judged.of(planner, problem, seed, during(time)))
            .toList());
  }

  private static StopCondition during(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    return iterations -> System.nanoTime() - end >= 0;
  }
}
