package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.junit.jupiter.api.Test;

/** Racks of which a carrier cannot take all at once, by hand. */
class PartedRackTest {
  private static final StopCondition FIRST = StopCondition.afterIterations(0);
  private static final StopCondition SOME = StopCondition.afterIterations(500);

  /** A second visit with the box in the chamber would cost much more. */
  @Test
  void holdsTheOneTubeThatACarrierLeavesOfAParkedBox() {
    var store = new SmallStore(1);
    store.park = Optional.of(new Park(4, 4, 0.1));
    store.picker(24);
    Integer[] tubes = new Integer[25];
    for (int i = 0; i < tubes.length; i++) {
      tubes[i] = store.tube(0, SmallStore.LEVELS);
    }
    store.job(List.of(), tubes);
    var instance = withBigBoxes(store.instance());
    for (var time : List.of(FIRST, SOME)) {
      assertThat(lifts(instance, time))
          .extracting(lift -> lift.mode() + " " + lift.picks().size())
          .containsExactlyInAnyOrder("PARK 24", "HOLD 1");
    }
  }

  /** Levels in a row would need three lifts, or two that both settle at level 2. */
  @Test
  void holdsLevelsTogetherThatDoNotFollowOneAnother() {
    var store = new SmallStore(1);
    store.picker(2);
    store.job(List.of(), store.tube(0, 3), store.tube(0, 2), store.tube(0, 2), store.tube(0, 1));
    var instance = store.instance();
    for (var time : List.of(FIRST, SOME)) {
      assertThat(lifts(instance, time))
          .extracting(lift -> levels(instance, lift))
          .containsExactlyInAnyOrder(List.of(1, 3), List.of(2, 2));
    }
  }

  /** The same with boxes of 80 tubes. */
  private static Instance withBigBoxes(Instance instance) {
    var store = new Variant(instance);
    store.racks = List.of(bigRack());
    return store.instance();
  }

  private static InstanceRack bigRack() {
    var unlimited = Collections.nCopies(SmallStore.LEVELS, Double.POSITIVE_INFINITY);
    return new InstanceRack(
        0, 0, 0, Collections.nCopies(SmallStore.LEVELS, 80), unlimited, unlimited, 0, 0);
  }

  private static List<PlanOp.Lift> lifts(Instance instance, StopCondition time) {
    var judged = Judged.of(instance, new WarmthPlanner().plan(instance, 1, time)).assertHonest();
    assertThat(judged.verdict().isValid()).isTrue();
    return judged.planned().plan().ops().stream()
        .filter(PlanOp.Lift.class::isInstance)
        .map(PlanOp.Lift.class::cast)
        .toList();
  }

  private static List<Integer> levels(Instance instance, PlanOp.Lift lift) {
    assertThat(lift.mode()).isEqualTo(LiftMode.HOLD);
    return lift.picks().stream()
        .map(Pick::tube)
        .map(tube -> instance.tubes().stream().filter(t -> t.id() == tube).findFirst())
        .map(tube -> tube.map(InstanceTube::level).orElseThrow())
        .sorted()
        .toList();
  }
}
