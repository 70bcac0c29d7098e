package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.junit.jupiter.api.Test;

/** What only a search for routes finds: the first come is not always best served first. */
class RoutesTest {
  private final SmallStore store = new SmallStore(2);

  /**
   * Who takes one tube and who takes two come to the dewar at once. The longer unloading should
   * begin first, so two are lifted first.
   */
  @Test
  void onePickerGivesWayToAnother() {
    store.picker(1);
    store.picker(2);
    store.job(List.of(0), store.tube(0, 2));
    store.job(List.of(1), store.tube(1, 2), store.tube(1, 2));

    var lifts = lifts(plan());
    assertThat(lifts).extracting(lift -> lift.picks().size()).containsExactly(2, 1);
    assertThat(lifts).extracting(PlanOp.Lift::picker).containsExactly(1, 0);
  }

  /**
   * The near port has room for one tube a minute, and who comes to it later reaches no other; so
   * who is there first goes on to the far one.
   */
  @Test
  void aPickerLeavesTheNearPortToAnother() {
    store.ports.set(0, new InstancePort(0, 0.6, 0.9, 60, 1, List.of()));
    store.ports.add(new InstancePort(1, 2.4, 0.9, 60, 96, List.of()));
    int near = store.tube(0, 1);
    int far = store.tube(0, 2);
    store.pickers.add(loaded(0, near, List.of(), List.of(0, 1)));
    store.pickers.add(loaded(1, far, List.of(0), List.of(0)));
    store.job(List.of(), near, far, store.tube(1, 1));

    assertThat(judged(plan()).makespanSeconds()).isLessThan(80);
  }

  private static InstancePicker loaded(
      int id, int tube, List<Integer> dewars, List<Integer> ports) {
    var load = List.of(new CarriedTube(OptionalInt.of(tube), tube));
    return new InstancePicker(id, 3.0 * id, 0.9, 0.6, 0.6, 4, dewars, ports, 0, List.of(), load);
  }

  private RetrievalPlan plan() {
    return new WarmthPlanner()
        .plan(store.instance(), 0, StopCondition.afterIterations(5_000))
        .plan();
  }

  private Verdict judged(RetrievalPlan plan) {
    var verdict = PlanCheck.of(store.instance()).judge(plan);
    assertThat(verdict.violations()).isEmpty();
    return verdict;
  }

  private static List<PlanOp.Lift> lifts(RetrievalPlan plan) {
    return plan.ops().stream()
        .filter(PlanOp.Lift.class::isInstance)
        .map(PlanOp.Lift.class::cast)
        .toList();
  }
}
