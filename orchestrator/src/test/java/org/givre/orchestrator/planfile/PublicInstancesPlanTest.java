package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.search.baseline.GreedyRack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner, the baselines and the bound on the public instances, judged independently. */
class PublicInstancesPlanTest {
  private static final long SEED = 7;
  private static final StopCondition SHORT = StopCondition.afterIterations(200);

  @ParameterizedTest
  @ValueSource(strings = {"S-101", "M-101", "L-101", "XL-101"})
  void beatsGreedyRackOnEveryPlainInstance(String name) {
    var verdict = judged(new WarmthPlanner(), name);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().totalTs())
        .isLessThan(0.9 * PublicInstances.result(name, "greedy-rack").exposureTs())
        .isGreaterThan(PublicInstances.result(name, "fifo").strongBoundTs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-201", "M-201", "L-201"})
  void plansTightInstancesWithinEveryHardLimit(String name) {
    var verdict = judged(new WarmthPlanner(), name);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.exposure().totalTs())
        .isLessThan(PublicInstances.result(name, "safe").exposureTs());
  }

  /**
   * Few iterations are enough to get to better tubes, so a search that is cut short is worth it.
   */
  @ParameterizedTest
  @CsvSource({"M-101, 300", "M-201, 300", "L-101, 300", "L-201, 300"})
  void gainsInAFewIterations(String name, int iterations) {
    var instance = PublicInstances.named(name);
    var first = new WarmthPlanner().plan(instance, SEED, StopCondition.afterIterations(0));
    var few = StopCondition.afterIterations(iterations);
    var soon = new WarmthPlanner().plan(instance, SEED, few);
    assertThat(soon.predicted().exposure()).isLessThan(0.9999 * first.predicted().exposure());
  }

  /** At the usual prices of time as cold as the best published, and hardly less at dearer ones. */
  @ParameterizedTest
  @ValueSource(strings = {"S-101", "S-201", "M-101", "M-201"})
  void staysColdHoweverDearTimeIs(String name) {
    var instance = PublicInstances.named(name);
    var dear = instance.withPrices(instance.prices().times(1_000));
    var stop = StopCondition.afterIterations(10_000);
    var usual = new WarmthPlanner().plan(instance, SEED, stop).predicted();
    var hasty = new WarmthPlanner().plan(dear, SEED, stop).predicted();
    double best = PublicInstances.result(name, "lns-1s").exposureTs();
    assertThat(usual.exposure()).isLessThan(1.001 * best);
    assertThat(hasty.exposure()).isLessThan(1.001 * usual.exposure());
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-101", "S-201", "M-101", "M-201", "L-101", "L-201", "XL-101"})
  void boundsFromBelowAsPublished(String name) {
    var published = PublicInstances.result(name, "fifo").cheapBoundTs();
    assertThat(LowerBound.cheap(PublicInstances.named(name))).isCloseTo(published, within(0.06));
  }

  /** Between what is reached with so few prices and the best plan that was published. */
  @ParameterizedTest
  @CsvSource({
    "S-101, 59466, 59520",
    "S-201, 40694, 40743",
    "M-101, 480800, 481365",
    "M-201, 290700, 292759",
    "L-101, 4038000, 4054513",
    "L-201, 2556000, 2679051",
    "XL-101, 37860000, 51968963"
  })
  void boundsStronglyFromBelow(String name, double atLeast, double bestPlan) {
    var published = PublicInstances.result(name, "fifo").strongBoundTs();
    var bound = LowerBound.strong(PublicInstances.named(name), StopCondition.afterIterations(100));
    assertThat(bound).isBetween(atLeast, bestPlan).isGreaterThan(0.999 * published);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-101", "M-101", "L-101"})
  void servesFirstComeFirstServedAsPublished(String name) {
    var exposure = judged(FirstComeFirstServed.oneLiftPerTube(), name).exposure().totalTs();
    var published = PublicInstances.result(name, "fifo").exposureTs();
    assertThat(exposure / published).isCloseTo(1, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-101", "M-101", "L-101"})
  void poolsRacksGreedilyAsPublished(String name) {
    var exposure = judged(new GreedyRack(), name).exposure().totalTs();
    var published = PublicInstances.result(name, "greedy-rack").exposureTs();
    assertThat(exposure / published).isCloseTo(1, within(1e-2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"S-201", "M-101"})
  void plansTheSameForTheSameSeed(String name) {
    var instance = PublicInstances.named(name);
    var first = new WarmthPlanner().plan(instance, SEED, SHORT).plan();
    assertThat(new WarmthPlanner().plan(instance, SEED, SHORT).plan()).isEqualTo(first);
  }

  private static Verdict judged(RetrievalPlanner planner, String name) {
    var instance = PublicInstances.named(name);
    return PlanCheck.of(instance).judge(planner.plan(instance, SEED, SHORT).plan());
  }
}
