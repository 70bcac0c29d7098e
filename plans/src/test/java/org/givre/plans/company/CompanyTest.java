package org.givre.plans.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.givre.plans.company.WaitingStore.HOUR;

import java.util.List;
import java.util.TreeSet;
import org.givre.plans.instance.Request;
import org.givre.plans.search.WarmthPlanner;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final Patience HOURS = new Patience(0, 8 * HOUR);
  private static final double MARGIN = 300;

  private final WaitingStore store = new WaitingStore();

  private CompanyDecision decide() {
    return decide(0.7);
  }

  private CompanyDecision decide(double share) {
    var terms = new CompanyTerms(HOUR, share, MARGIN);
    return new Company(new WarmthPlanner(), terms).decide(store.work(), 1);
  }

  @Test
  void waitsWhereNobodyGoes() {
    store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    assertThat(decide().untilSeconds()).containsOnlyKeys(0).containsEntry(0, HOUR);
    assertThat(decide().nextSeconds()).hasValue(HOUR);
  }

  @Test
  void twoThatMayWaitAreNoReasonToGo() {
    store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    assertThat(decide(1).untilSeconds()).containsOnlyKeys(0, 1);
  }

  @Test
  void goesAlongWithALiftThatTakesPlaceAnyway() {
    store.urgent(store.anyOf(store.tube(0, 5)));
    store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    assertThat(decide().untilSeconds()).isEmpty();
  }

  @Test
  void takesTheTubeThatCompanyTakesItTo() {
    store.urgent(store.anyOf(store.tube(6, 5)));
    store.patient(HOURS, store.anyOf(store.tube(0, 5), store.tube(6, 5)));
    assertThat(decide().untilSeconds()).isEmpty();
  }

  @Test
  void waitsOnWhereGoingAlongSavesTooLittle() {
    store.urgent(store.anyOf(store.tube(0, 1)));
    store.patient(HOURS, store.anyOf(store.tube(0, 10)));
    assertThat(decide().untilSeconds()).containsOnlyKeys(1);
    assertThat(decide(1).untilSeconds()).isEmpty();
  }

  @Test
  void staysBehindWhereSomebodyMightBeLateBecauseOfIt() {
    var many = new Request[20];
    store.urgent(store.anyOf(store.tube(0, 5)));
    for (int i = 0; i < many.length; i++) {
      many[i] = store.anyOf(store.tube(0, 5));
    }
    store.patient(HOURS, many);
    assertThat(decide().untilSeconds()).isEmpty();
    store.urgentDue(60, store.anyOf(store.tube(3, 5)));
    assertThat(decide().untilSeconds()).hasSize(20);
  }

  @Test
  void eachRequestOfAJobWaitsForItself() {
    store.urgent(store.anyOf(store.tube(0, 5)));
    store.patient(HOURS, store.anyOf(store.tube(0, 5)), store.anyOf(store.tube(3, 5)));
    assertThat(decide().untilSeconds()).containsOnlyKeys(2);
  }

  @Test
  void goesOnceItHasWaitedForLong() {
    store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    store.now = HOUR - 11;
    assertThat(decide().untilSeconds()).containsOnlyKeys(0);
    store.now = HOUR;
    assertThat(decide().untilSeconds()).isEmpty();
  }

  @Test
  void goesInTimeForItsDueTime() {
    store.patient(new Patience(0, 2_000), store.anyOf(store.tube(0, 5)));
    double latest = decide().nextSeconds().orElseThrow();
    assertThat(latest).isBetween(2_000 - MARGIN - 60, 2_000 - MARGIN - 1.5 * 10);
    store.now = latest + 1;
    assertThat(decide().untilSeconds()).isEmpty();
  }

  @Test
  void goesAtOnceWithoutPatience() {
    store.urgent(store.anyOf(store.tube(0, 5)));
    assertThat(decide()).isEqualTo(CompanyDecision.NONE);
  }

  @Test
  void whatWasLetGoIsNotHeldBackAgain() {
    store.patient(HOURS, store.anyOf(store.tube(0, 5)), store.anyOf(store.tube(3, 5)));
    store.go(0);
    assertThat(decide().untilSeconds()).containsOnlyKeys(1);
  }

  @Test
  void whatIsInACarrierDoesNotWait() {
    int carried = store.tube(0, 5);
    store.patient(HOURS, store.anyOf(carried), store.anyOf(store.tube(3, 5)));
    store.carry(0, carried);
    assertThat(decide().untilSeconds()).containsOnlyKeys(1);
  }

  @Test
  void whoGoesLeavesThoseThatWaitTheirTubes() {
    int shared = store.tube(0, 1);
    int other = store.tube(3, 10);
    store.patient(HOURS, store.anyOf(shared));
    store.urgent(store.anyOf(shared, other));
    var rest = decide(0).rest(store.instance());
    assertThat(decide(0).keptTubes()).containsExactly(shared);
    assertThat(rest.requests()).containsExactly(new Request(1, List.of(other)));
  }

  @Test
  void whatCannotBePlannedDoesNotWait() {
    int only = store.tube(0, 5);
    store.patient(HOURS, store.anyOf(only));
    store.patient(HOURS, store.anyOf(only));
    assertThat(decide().untilSeconds()).hasSize(1);
    assertThat(decide().rest(store.instance()).requests()).hasSize(1);
  }

  @Test
  void tellsWhatGoingAtOnceAndTogetherComeTo() {
    int first = store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    double alone = decide().atOnceTs().getOrDefault(first, 0.0);
    assertThat(alone).isGreaterThan(0);
    assertThat(decide().togetherTs().getOrDefault(first, 0.0)).isCloseTo(alone, within(1e-6));
    int second = store.patient(HOURS, store.anyOf(store.tube(0, 5)));
    store.tell(first);
    assertThat(decide().atOnceTs()).containsOnlyKeys(second);
    assertThat(decide().atOnceTs().getOrDefault(second, 0.0)).isCloseTo(alone, within(1e-6));
    assertThat(decide().togetherTs()).containsOnlyKeys(first, second);
    assertThat(decide().togetherTs().getOrDefault(first, 0.0)).isBetween(0.5 * alone, 0.9 * alone);
  }

  @Test
  void goingAtOnceCountsTheCompanyThatGoes() {
    store.urgent(store.anyOf(store.tube(0, 5)));
    int job = store.patient(HOURS, store.anyOf(store.tube(0, 5)), store.anyOf(store.tube(3, 5)));
    var decision = decide();
    assertThat(new TreeSet<>(decision.untilSeconds().keySet())).containsExactly(2);
    var others = new CompanyTest();
    others.store.patient(
        HOURS,
        others.store.anyOf(others.store.tube(0, 5)),
        others.store.anyOf(others.store.tube(3, 5)));
    assertThat(decision.atOnceTs().getOrDefault(job, 0.0))
        .isLessThan(others.decide().atOnceTs().getOrDefault(0, 0.0));
  }

  @Test
  void termsMakeSense() {
    assertThatThrownBy(() -> new CompanyTerms(HOUR, 1.1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a share is 0 to 1");
    assertThatThrownBy(() -> new CompanyTerms(-1, 0.5, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
