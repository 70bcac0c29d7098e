package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.model.Problem;
import org.junit.jupiter.api.Test;

/**
 * Budgets of single tubes. In the small store a tube of level 1 that is picked first gets 1.6
 * weighted seconds before its pick, 5 while it is picked, 0.4 at the port and 0.3 on the way; a
 * lift with one pick there gives 7.2 to those that stay, and each further pick 5 more.
 */
class TubeBudgetTest {
  private static final StopCondition STOP = StopCondition.afterIterations(2_000);
  private final SmallStore store = new SmallStore(2);

  @Test
  void aTubeWithoutABudgetIsNotFragile() {
    store.tube(0, 1);
    int fragile = store.tube(0, 1, 1_000);
    assertThat(Problem.of(store.instance()).racks[0].fragile())
        .extracting(tube -> tube.id)
        .containsExactly(fragile);
  }

  @Test
  void aFragileTubeIsPickedFirst() {
    store.picker(12);
    int sturdy = store.tube(0, 1);
    int fragile = store.tube(0, 1, 7.8);
    store.job(List.of(), sturdy, fragile);
    assertThat(picked(plan())).containsExactly(List.of(fragile, sturdy));
  }

  @Test
  void ofTwoFragileTubesTheOneWithLessBudgetIsPickedFirst() {
    store.picker(12);
    int second = store.tube(0, 1, 13);
    int first = store.tube(0, 1, 7.8);
    store.job(List.of(), second, first);
    assertThat(picked(plan())).containsExactly(List.of(first, second));
  }

  @Test
  void aFragileTubeIsTakenBeforeALiftForOthers() {
    store.picker(1);
    int shallow = store.tube(0, 1);
    int fragile = store.tube(0, 1, 7.8);
    store.job(List.of(), shallow, fragile);
    assertThat(picked(plan())).containsExactly(List.of(fragile), List.of(shallow));
  }

  @Test
  void onlyAFragileTubeThatStaysLimitsItsBox() {
    store.picker(12);
    store.tube(0, 1, 10);
    int one = store.tube(0, 1);
    int other = store.tube(0, 1);
    store.job(List.of(), one, other);
    var planned = plan();
    assertThat(picked(planned)).hasSize(1);
    assertThat(planned.unplanned()).hasSize(1);
    assertThat(planned.unplanned().get(0).constraint()).isEqualTo("budget");
  }

  @Test
  void saysWhatTheTubeItselfWouldGet() {
    store.picker(12);
    int tube = store.tube(0, 3, 1);
    store.job(List.of(), tube);
    assertThat(plan().unplanned())
        .containsExactly(
            new Unplanned(
                0, "budget", "tube 0 itself would get 7.2 weighted seconds, 1.0 are allowed"));
  }

  @Test
  void saysWhichTubeIsInTheWay() {
    store.picker(12);
    store.tube(0, 2, 5);
    int tube = store.tube(0, 3);
    store.job(List.of(), tube);
    assertThat(plan().unplanned())
        .containsExactly(
            new Unplanned(
                0,
                "budget",
                "to fetch tube 1, tube 0 in the same rack would get 8.4 weighted seconds, 5.0 are allowed"));
  }

  private PlannedRetrieval plan() {
    var instance = store.instance();
    return Judged.of(instance, new WarmthPlanner().plan(instance, 1, STOP))
        .assertHonest()
        .planned();
  }

  private static List<List<Integer>> picked(PlannedRetrieval planned) {
    return planned.plan().ops().stream()
        .filter(PlanOp.Lift.class::isInstance)
        .map(op -> ((PlanOp.Lift) op).picks().stream().map(pick -> pick.tube()).toList())
        .toList();
  }
}
