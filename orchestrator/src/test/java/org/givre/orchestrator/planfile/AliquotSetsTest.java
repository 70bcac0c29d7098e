package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.givre.plans.check.PlanCheck;
import org.givre.plans.search.LowerBound;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo store's list of British donors: the first aliquots of nearly all of them lie in two
 * boxes, the second in two others, and so on, as they came from processing. Whoever moves requests
 * one by one never empties such a box, and stays up to twice as warm as the best.
 */
class AliquotSetsTest {
  private static final int SEEDS = 12;

  /** The first of these is what an engine's round does at least. */
  @ParameterizedTest
  @ValueSource(ints = {300, 1_000, 3_000})
  void aPlanIsColdWhateverTheSeed(int iterations) {
    var instance = PublicInstances.named("1000g-GBR");
    double bound = LowerBound.strong(instance, StopCondition.afterIterations(100));
    for (int seed = 0; seed < SEEDS; seed++) {
      var stop = StopCondition.afterIterations(iterations);
      var planned = new WarmthPlanner().plan(instance, seed, stop);
      var verdict = PlanCheck.of(instance).judge(planned.plan());
      assertThat(verdict.isValid()).isTrue();
      assertThat(verdict.exposure().totalTs()).isBetween(bound, 1.015 * bound);
    }
  }
}
