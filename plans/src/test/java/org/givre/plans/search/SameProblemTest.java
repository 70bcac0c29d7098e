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

  @Test
  void otherIdsInAnotherOrderChangeNoFigure() {
    forEach(
        (instance, seed) -> {
          var renamed = Relisted.renamed(instance, otherIds(seed));
          var same = SeededPlans.plan(Relisted.shuffled(renamed, seed), seed);
          var planned = SeededPlans.plan(instance, seed);
          assertThat(figures(same, instance))
              .as(instance.name())
              .isEqualTo(figures(planned, instance));
        });
  }

  /** Gives each id below 65,536 another one there, in an order that each seed makes its own. */
  private static IntUnaryOperator otherIds(long seed) {
    var random = new SplittableRandom(seed);
    int factor = 2 * random.nextInt() + 1;
    int first = random.nextInt();
    return id -> (factor * id + first) & 0xFFFF;
  }

  /** What a plan comes to, to a millionth: sums may be in another order. */
  private static String figures(PlannedRetrieval planned, Instance instance) {
    var figures = planned.predicted();
    return "%.6f ts, %.6f in all, %d operations, %d requests left out"
        .formatted(
            figures.exposure(),
            figures.composite(instance.prices()),
            planned.plan().ops().size(),
            planned.unplanned().size());
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
