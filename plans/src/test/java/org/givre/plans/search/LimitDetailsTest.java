package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
            "max_out: for tube 0, rack 0 level 1 would be outside for 8.4 s, 7.1 s are allowed");
  }

  @Test
  void nameTheBudgetOfABox() {
    store.picker(6);
    store.budget(0, 7.1);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: for tube 0, rack 0 level 1 would get 7.2 weighted seconds, 7.1 are allowed");
  }

  @Test
  void tellApartWhatLooksTheSame() {
    store.picker(6);
    store.cap(0, 7.19);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "max_out: for tube 0, rack 0 level 1 would be outside for 7.2000 s, 7.1900 s are"
                + " allowed");
  }

  @Test
  void reckonWithWhatOthersTakeInTheSameLift() {
    store.picker(6);
    store.budget(0, 11);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: with tube 1 and what others take, rack 0 level 1 would get 12.2 weighted"
                + " seconds, 11.0 are allowed");
  }

  @Test
  void reckonWithALiftOfItsOwnWhereACapAllowsNoOther() {
    store.picker(6);
    store.limits(0, 11, 8);
    store.job(List.of(), store.tube(0, 1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "budget: with tube 1 and what others take, rack 0 level 1 would get 14.4 weighted"
                + " seconds, 11.0 are allowed");
  }

  @Test
  void nameTheBudgetOfTheTubeItself() {
    store.picker(6);
    store.job(List.of(), store.tube(0, 1, 3));

    assertThat(unplanned())
        .containsExactly("budget: tube 0 itself would get 7.0 weighted seconds, 3.0 are allowed");
  }

  @Test
  void areThoseOfTheTubeThatIsNearestToItsLimit() {
    store.picker(6);
    store.cap(0, 7);
    store.jobForAny(store.tube(0, 4), store.tube(0, 2), store.tube(0, 3));

    assertThat(unplanned())
        .containsExactly(
            "max_out: for tube 1, rack 0 level 1 would be outside for 8.4 s, 7.0 s are allowed");
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
