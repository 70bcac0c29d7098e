package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plans for related instances. Where one thing is made easier, every plan stays valid, so the best
 * one cannot become worse; what the planner finds may, by the noise of its search. That is looked
 * at with time for nothing: where warmth and time disagree, warmth comes first, so that an easier
 * instance may well have a colder plan that takes longer.
 */
class MetamorphicTest {
  private static final int SEEDS = 30;
  private static final StopCondition LONG = StopCondition.afterIterations(8_000);

  /** Search noise of one plan: plain stores hardly have any; in tight ones, deadlines part. */
  private static final double PLAIN_NOISE = 1e-3;

  private static final double TIGHT_NOISE = 0.05;

  /** Search noise of the mean over all seeds. */
  private static final double MEAN_NOISE = 1e-3;

  /** Requests more that may stay unserved, of all seeds together. */
  private static final int LOST = 1;

  @ParameterizedTest
  @EnumSource
  void easierPlainStoresAreNotWarmer(Relaxation relaxation) {
    assertNotWarmer(GeneratedInstance::plain, relaxation, PLAIN_NOISE);
  }

  @ParameterizedTest
  @EnumSource
  void easierTightStoresAreNotWarmer(Relaxation relaxation) {
    assertNotWarmer(GeneratedInstance::tight, relaxation, TIGHT_NOISE);
  }

  private static void assertNotWarmer(
      LongFunction<Instance> stores, Relaxation relaxation, double noise) {
    double sum = 0;
    int lost = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var before = timeless(stores.apply(seed));
      var after = relaxation.of(before);
      if (after.equals(before)) {
        continue;
      }
      var planned = planned(before, seed, LONG);
      var easier = planned(after, seed, LONG);
      lost += Math.max(0, unserved(easier) - unserved(planned));
      double warmth = planned.verdict().exposure().totalTs();
      if (planned.verdict().isValid() && easier.verdict().isValid() && warmth > 0) {
        double excess = easier.verdict().exposure().totalTs() / warmth - 1;
        assertThat(excess).as("seed %d", seed).isLessThan(noise);
        sum += excess;
      }
    }
    assertThat(sum / SEEDS).isLessThan(MEAN_NOISE);
    assertThat(lost).isLessThanOrEqualTo(LOST);
  }

  /** The tube goes, too: one that stays would be warmed by every later lift. */
  @Test
  void withoutARequestAndItsTubeItIsNotWarmer() {
    for (long seed = 0; seed < 10 * SEEDS; seed++) {
      var store = timeless(GeneratedInstance.plain(seed));
      var before = planned(store, seed, LONG);
      if (store.requests().size() < 2) {
        continue;
      }
      var first = store.requests().get(0);
      int tube = tubeOf(before, first.id());
      var after = planned(Removal.of(store, first.id(), tube), seed, LONG);
      assertThat(after.verdict().exposure().totalTs())
          .as("seed %d", seed)
          .isLessThan(before.verdict().exposure().totalTs() * (1 + PLAIN_NOISE) + 1e-6);
    }
  }

  private static int tubeOf(Judged judged, int request) {
    return judged.planned().plan().ops().stream()
        .flatMap(op -> Removal.picks(op).stream())
        .filter(pick -> pick.request() == request)
        .findFirst()
        .orElseThrow()
        .tube();
  }

  /** To a millionth; the plan itself is judged anew each time. */
  @Test
  void moreIterationsAreNeverWorse() {
    for (long seed = 0; seed < 4 * SEEDS; seed++) {
      for (var store : List.of(GeneratedInstance.plain(seed), GeneratedInstance.tight(seed))) {
        var costs = new ArrayList<Double>();
        int unserved = Integer.MAX_VALUE;
        for (long iterations : new long[] {0, 1, 10, 100, 1_000, 10_000}) {
          var stop = StopCondition.afterIterations(iterations);
          var judged = planned(store, seed, stop);
          if (unserved(judged) < unserved) {
            costs.clear();
            unserved = unserved(judged);
          }
          costs.add(-Math.rint(1e6 * judged.verdict().compositeTs()));
          assertThat(unserved(judged)).as(store.name()).isEqualTo(unserved);
        }
        assertThat(costs).as(store.name()).isSorted();
      }
    }
  }

  /** By a power of two, so that nothing is rounded otherwise. */
  @Test
  void weightsAndPricesInAnotherUnitChangeNothing() {
    for (long seed = 0; seed < 10 * SEEDS; seed++) {
      var store = GeneratedInstance.plain(seed);
      var stop = StopCondition.afterIterations(500);
      var scaled = planned(scaled(store, 4), seed, stop);
      assertThat(scaled.planned().plan())
          .as(store.name())
          .isEqualTo(planned(store, seed, stop).planned().plan());
    }
  }

  private static Instance scaled(Instance instance, double factor) {
    var store = new Variant(instance);
    var weights = store.weights;
    store.weights =
        new Weights(
            factor * weights.transfer(), factor * weights.carrier(), factor * weights.port());
    var prices = store.prices;
    store.prices =
        new Prices(
            factor * prices.makespanTubeSecondsPerSecond(),
            factor * prices.tardinessTubeSecondsPerSecond());
    store.dewars = Variant.each(store.dewars, dewar -> Relaxation.weighted(dewar, factor));
    store.racks = Variant.each(store.racks, rack -> Relaxation.budgeted(rack, factor));
    store.tubes = Variant.each(store.tubes, tube -> budgeted(tube, factor));
    return store.instance();
  }

  private static InstanceTube budgeted(InstanceTube tube, double factor) {
    return new InstanceTube(tube.id(), tube.rack(), tube.level(), factor * tube.budgetSeconds());
  }

  private static int unserved(Judged judged) {
    return judged.planned().unplanned().size();
  }

  private static Instance timeless(Instance instance) {
    var store = new Variant(instance);
    store.prices = new Prices(0, 0);
    return store.instance();
  }

  private static Judged planned(Instance instance, long seed, StopCondition stop) {
    return Judged.of(instance, new WarmthPlanner().plan(instance, seed, stop));
  }
}
