package org.givre.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.orchestrator.dispatch.planning.SmallStore.D1;
import static org.givre.orchestrator.dispatch.planning.SmallStore.rack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;
import org.givre.orchestrator.dispatch.planning.PlanningBench;
import org.givre.orchestrator.dispatch.planning.PlanningOutcome.Passed;
import org.givre.orchestrator.dispatch.planning.PlanningRound;
import org.givre.orchestrator.job.SampleJobs;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.junit.jupiter.api.Test;

class BoundSearchTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Passed passed = passed();
  private final AdoptedPlan plan = new AdoptedPlan(3, passed);
  private final double exposure = passed.verdict().exposure().totalTs();

  /** How often the search has asked the time: once at its start, and before each step. */
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void findsAHigherBoundThatIsNotAboveTheExposure() {
    double found = new BoundSearch(plan, LONG, asked::getAndIncrement).run();
    assertThat(found).isGreaterThan(passed.lowerBoundTubeSeconds()).isLessThanOrEqualTo(exposure);
    double strong = LowerBound.strong(passed.served(), StopCondition.afterIterations(10_000));
    assertThat(strong).isLessThanOrEqualTo(exposure * (1 + 1e-9));
    assertThat(found).isCloseTo(strong, within(1e-6));
    assertThat(asked.get()).isGreaterThan(10);
  }

  @Test
  void endsAtOnceWhenItIsStopped() {
    var begun = new ArrayList<BoundSearch>();
    var search = new BoundSearch(plan, LONG, () -> stopAtTheFifth(begun));
    begun.add(search);
    double found = search.run();
    assertThat(asked).hasValue(5);
    assertThat(found).isBetween(passed.lowerBoundTubeSeconds(), exposure);
  }

  private long stopAtTheFifth(List<BoundSearch> begun) {
    if (asked.incrementAndGet() == 5) {
      begun.forEach(BoundSearch::stop);
    }
    return asked.get();
  }

  @Test
  void doesNotBeginWhenItIsStoppedBefore() {
    var search = new BoundSearch(plan, LONG, asked::getAndIncrement);
    search.stop();
    assertThat(search.run()).isEqualTo(passed.lowerBoundTubeSeconds());
    assertThat(asked).hasValue(2);
  }

  @Test
  void endsWhenItsTimeIsOver() {
    var search = new BoundSearch(plan, Duration.ofNanos(4), asked::getAndIncrement);
    assertThat(search.run()).isBetween(passed.lowerBoundTubeSeconds(), exposure);
    assertThat(asked).hasValue(5);
  }

  /** One request may come along in either of two lifts: the cheap bound counts on both. */
  private static Passed passed() {
    var either = SampleJobs.anyOf("A", "C");
    var spec = SampleJobs.spec(either, SampleJobs.anyOf("B"), SampleJobs.anyOf("D"));
    var problem =
        new PlanningBench()
            .stands("A", rack(D1, 1), 1)
            .stands("B", rack(D1, 1), 1)
            .stands("C", rack(D1, 2), 1)
            .stands("D", rack(D1, 2), 1)
            .job("job-1", spec, false, List.of())
            .problem();
    var round =
        new PlanningRound(
            new WarmthPlanner(), FirstComeFirstServed.oneLiftPerTube(), System::nanoTime);
    return (Passed) round.run(problem, 7, Duration.ZERO);
  }
}
