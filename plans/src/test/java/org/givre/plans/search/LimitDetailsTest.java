package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Park;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.model.StrandedReturn;
import org.junit.jupiter.api.Test;

/** What cannot be planned is named with the figure that it needs and the one that is allowed. */
class LimitDetailsTest {
  /** A single held pick: two strokes of 0.6 s a level, 1 s to settle, 5 s to pick. */
  private final SmallStore store = new SmallStore(1);

  @Test
  void nameTheCapOfABox() {
    store.picker(6);
    store.cap(0, 7.1);
    store.job(List.of(), store.tube(0, 2));

    assertThat(unplanned())
        .containsExactly(
            "max_out: to fetch tube 0, rack 0 level 1 would be outside for 8.4 s, 7.1 s are allowed");
  }

  @Test
  void nameTheBudgetOfABox() {
    store.picker(6);
    store.budget(0, 7.1);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 0, rack 0 level 1 would get 7.2 weighted seconds, 7.1 are allowed");
  }

  @Test
  void tellApartWhatLooksTheSame() {
    store.picker(6);
    store.cap(0, 7.19);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "max_out: to fetch tube 0, rack 0 level 1 would be outside for 7.2000 s, 7.1900 s are"
                + " allowed");
  }

  @Test
  void reckonWithWhatOthersTakeInTheSameLift() {
    store.picker(6);
    store.budget(0, 11);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 1 beside what others take, rack 0 level 1 would get 12.2 weighted"
                + " seconds in the nearest lifts found, 11.0 are allowed");
  }

  @Test
  void reckonWithALiftOfItsOwnWhereACapAllowsNoOther() {
    store.picker(6);
    store.limits(0, 11, 8);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 1 beside what others take, rack 0 level 1 would get 14.4 weighted"
                + " seconds in the nearest lifts found, 11.0 are allowed");
  }

  @Test
  void nameTheBudgetOfTheTubeItself() {
    store.picker(6);
    store.job(List.of(), store.tube(0, 1, 3));

    assertThat(unplanned())
        .containsExactly("budget: tube 0 itself would get 7.2 weighted seconds, 3.0 are allowed");
  }

  @Test
  void areThoseOfTheTubeThatIsNearestToItsLimit() {
    store.picker(6);
    store.cap(0, 7);
    store.jobForAny(store.tube(0, 4), store.tube(0, 2), store.tube(0, 3));

    assertThat(unplanned())
        .containsExactly(
            "max_out: to fetch tube 1, rack 0 level 1 would be outside for 8.4 s, 7.0 s are allowed");
  }

  @Test
  void areFirstThoseOfATubeThatOthersLeaveNothingFor() {
    store.picker(6);
    store.budget(0, 8);
    store.job(List.of(), store.tube(0, 1));
    store.jobForAny(store.tube(0, 2), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 2 beside what others take, rack 0 level 1 would get 12.2"
                + " weighted seconds in the nearest lifts found, 8.0 are allowed");
  }

  @Test
  void nameWhoGetsTheOtherTubes() {
    store.picker(6);
    store.cap(0, 7.5);
    int shallow = store.tube(0, 1);
    store.job(List.of(), shallow);
    store.jobForAny(shallow, store.tube(0, 2));

    assertThat(unplanned())
        .containsExactly(
            "max_out: to fetch tube 1, rack 0 level 1 would be outside for 8.4 s, 7.5 s are"
                + " allowed; tube 0 goes to request 0 of job 0");
  }

  @Test
  void areOfAParkedBoxWhereThatIsColder() {
    store.park = Optional.of(new Park(1, 1, 0.1));
    store.picker(6);
    store.budget(0, 4);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 0, rack 0 level 1 would get 4.9 weighted seconds, 4.0 are"
                + " allowed");
  }

  @Test
  void reckonWithWhatGoesBack() {
    store.picker(6, store.back(0, 1));
    store.budget(0, 9);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 0 beside what goes back, rack 0 level 1 would get 13.4 weighted"
                + " seconds, 9.0 are allowed");
  }

  @Test
  void nameTheTubeInTheWay() {
    store.picker(6);
    store.tube(0, 1, 12);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 2 beside what others take, tube 0 in the same rack would get"
                + " 12.2 weighted seconds in the nearest lifts found, 12.0 are allowed");
  }

  @Test
  void reckonWithAFragileTubeThatIsGoneByThen() {
    store.picker(1);
    store.budget(0, 15);
    store.job(List.of(), store.tube(0, 1, 7.8), store.tube(0, 1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 2 beside what others take, rack 0 level 1 would get 21.6"
                + " weighted seconds in the nearest lifts found, 15.0 are allowed");
  }

  @Test
  void reckonWithAFragileTubeThatComesFirst() {
    store.picker(1);
    store.budget(0, 10);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 1, 7.8));

    assertThat(unplanned())
        .containsExactly(
            "budget: to fetch tube 1 beside what others take, rack 0 level 1 would get 14.4"
                + " weighted seconds in the nearest lifts found, 10.0 are allowed");
  }

  @Test
  void tellADeadlineThatNoPlanMeets() {
    store.picker(6);
    store.deadline(store.job(List.of(), store.tube(0, 1)), 5);

    assertThat(unplanned())
        .singleElement(InstanceOfAssertFactories.STRING)
        .matches(
            "deadline: delivered at ([0-9.]+) s in the nearest plan found, due by 5.0 s; no plan"
                + " delivers it before \\1 s");
  }

  @Test
  void doNotTellItOfADeadlineThatOthersAreInTheWayOf() {
    store.picker(1);
    int one = store.job(List.of(), store.tube(0, 1));
    int other = store.job(List.of(), store.tube(0, 1));
    store.deadline(one, 30);
    store.deadline(other, 30);

    assertThat(unplanned())
        .singleElement(InstanceOfAssertFactories.STRING)
        .matches("deadline: delivered at [0-9.]+ s in the nearest plan found, due by 30.0 s");
  }

  @Test
  void nameATubeThatIsUnderWay() {
    store.job(List.of(), store.tube(0, 1, 0.1));
    store.picker(6, new CarriedTube(OptionalInt.of(0), 0));

    assertThat(unplanned())
        .containsExactly(
            "budget: tube 0, in a carrier already, would get 0.5 weighted seconds in the nearest"
                + " plan found, 0.1 are allowed");
  }

  @Test
  void nameTheCapThatStrandsAReturn() {
    store.cap(0, 9);
    store.picker(6, store.back(0, 5));

    assertThat(stranded())
        .containsExactly("max_out: rack 0 level 1 would be outside for 11.0 s, 9.0 s are allowed");
  }

  @Test
  void nameTheBudgetThatStrandsAReturn() {
    store.budget(0, 9);
    store.picker(6, store.back(0, 5));

    assertThat(stranded())
        .containsExactly("budget: rack 0 level 1 would get 11.0 weighted seconds, 9.0 are allowed");
  }

  private List<String> unplanned() {
    return SeededPlans.plan(store.instance(), 50).unplanned().stream()
        .map((Unplanned left) -> left.constraint() + ": " + left.detail())
        .toList();
  }

  private List<String> stranded() {
    return SeededPlans.plan(store.instance(), 50).stranded().stream()
        .map((StrandedReturn left) -> left.constraint() + ": " + left.detail())
        .toList();
  }
}
