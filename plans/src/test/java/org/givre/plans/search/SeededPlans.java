package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import org.givre.plans.instance.Instance;

/** Thousands of instances, each by a seed, and our plans for them. */
final class SeededPlans {
  static final int SEEDS = 2_000;

  /** Searches are shorter than this, and of every length below. */
  private static final int ITERATIONS = 60;

  private final LongFunction<Instance> instances;

  SeededPlans(LongFunction<Instance> instances) {
    this.instances = instances;
  }

  static PlannedRetrieval plan(Instance instance, long seed) {
    return new WarmthPlanner()
        .plan(instance, seed, StopCondition.afterIterations(seed % ITERATIONS));
  }

  static Instance plainOrTight(SplittableRandom random, long seed) {
    return random.nextBoolean() ? GeneratedInstance.tight(seed) : GeneratedInstance.plain(seed);
  }

  void forEach(BiConsumer<Instance, PlannedRetrieval> assertion) {
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = instances.apply(seed);
      assertion.accept(instance, plan(instance, seed));
    }
  }

  /** Fails where a plan breaks more than what it names, or costs other than predicted. */
  void assertHonest() {
    forEach((instance, planned) -> Judged.of(instance, planned).assertHonest());
  }

  /** Fails where a valid plan has less exposure than the bound. */
  void assertNotBelowTheBound() {
    forEach(
        (instance, planned) -> {
          var judged = Judged.of(instance, planned);
          if (judged.verdict().isValid()) {
            assertThat(judged.verdict().exposure().totalTs())
                .as(instance.name())
                .isGreaterThanOrEqualTo(LowerBound.cheap(instance) - 1e-6);
          }
        });
  }
}
