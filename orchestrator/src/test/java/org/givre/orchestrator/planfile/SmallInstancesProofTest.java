package org.givre.orchestrator.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.Prices;
import org.givre.plans.search.EveryChoice;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plans of the small public instances against proven optima: every choice of tubes (82,944 and
 * 2,985,984 of them) with every division of each rack's picks into held and parked lifts.
 */
class SmallInstancesProofTest {
  private static final double ROUNDING = 1e-6;

  /** Of the whole exposure, what is not proven: tubes that wait for each other in a carrier. */
  private static final double CARRIER_GAP = 1e-4;

  @ParameterizedTest
  @CsvSource({"S-101, 59487.20", "S-201, 40723.54"})
  void whatRacksPicksAndPortsGetIsProvenOptimal(String name, double optimum) {
    var instance = PublicInstances.named(name);
    var proof = EveryChoice.of(instance);
    assertThat(proof.leastTs()).isCloseTo(optimum, within(ROUNDING));
    for (long seed = 0; seed < 5; seed++) {
      for (long iterations : new long[] {0, 1_000, 10_000}) {
        var planned = planned(instance, seed, iterations).exposure();
        assertThat(planned.totalTs() - planned.carrierTs())
            .as("seed %d, %d iterations", seed, iterations)
            .isCloseTo(optimum, within(ROUNDING));
      }
    }
    var coldest = planned(instance.withPrices(new Prices(0, 0)), 7, 20_000).exposure().totalTs();
    assertThat(coldest)
        .isGreaterThan(proof.leastCarriedTs())
        .isLessThan(proof.leastCarriedTs() * (1 + CARRIER_GAP));
  }

  private static Verdict planned(Instance instance, long seed, long iterations) {
    var stop = StopCondition.afterIterations(iterations);
    var verdict =
        PlanCheck.of(instance).judge(new WarmthPlanner().plan(instance, seed, stop).plan());
    assertThat(verdict.violations()).isEmpty();
    return verdict;
  }
}
