package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjLongConsumer;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Test;

/** What must change nothing at all about a plan. */
class SameProblemTest {
  private static final int SEEDS = 1_000;

  @Test
  void planningTwiceChangesNothing() {
    forEach((instance, seed) -> assertThat(plan(instance, seed)).isEqualTo(plan(instance, seed)));
  }

  @Test
  void theOrderOfListsChangesNothing() {
    forEach(
        (instance, seed) -> {
          var shuffled = Relisted.shuffled(instance, seed);
          assertThat(plan(shuffled, seed)).as(instance.name()).isEqualTo(plan(instance, seed));
        });
  }

  @Test
  void otherIdsInTheSameOrderChangeNothing() {
    IntUnaryOperator other = id -> 7 * id + 3;
    forEach(
        (instance, seed) -> {
          var renamed = plan(Relisted.renamed(instance, other), seed);
          assertThat(renamed)
              .as(instance.name())
              .isEqualTo(Relisted.renamed(plan(instance, seed), other));
        });
  }

  private static void forEach(ObjLongConsumer<Instance> assertion) {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertion.accept(SeededPlans.plainOrTight(new SplittableRandom(seed), seed), seed);
    }
  }

  private static RetrievalPlan plan(Instance instance, long seed) {
    return SeededPlans.plan(instance, seed).plan();
  }
}
