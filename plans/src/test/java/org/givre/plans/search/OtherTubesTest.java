package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.junit.jupiter.api.Test;

/** A request without a tube that is free and in reach is told what keeps its tubes from it. */
class OtherTubesTest {
  private final SmallStore store = new SmallStore(1);

  @Test
  void namesWhoGetsEachTube() {
    store.picker(6);
    int one = store.tube(0, 1);
    int other = store.tube(0, 2);
    store.job(List.of(), one, other);
    store.jobForAny(one, other);

    assertThat(unplanned())
        .containsExactly(
            "2 tube: tube 0 goes to request 0 of job 0; tube 1 goes to request 1 of job 0");
  }

  @Test
  void saysThatOthersAreUnderWayWithThem() {
    int tube = store.tube(0, 1);
    store.job(List.of(), tube);
    store.jobForAny(tube);
    store.picker(6, new CarriedTube(OptionalInt.of(0), tube));

    assertThat(unplanned()).containsExactly("1 tube: all its tubes are in carriers for others");
  }

  @Test
  void namesTheDewarOutOfReach() {
    picker(List.of(), List.of(0));
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned()).containsExactly("0 reach: no picker reaches dewar 0, where tube 0 is");
  }

  @Test
  void saysThatNoPickerReachesBothEnds() {
    picker(List.of(), List.of(0));
    picker(List.of(0), List.of());
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly("0 reach: no picker reaches dewar 0, where tube 0 is, and a port");
  }

  @Test
  void saysThatTheJobAllowsNoneThatDoes() {
    store.picker(6);
    picker(List.of(), List.of(0));
    store.job(List.of(1), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "0 reach: job 0 allows no picker that reaches dewar 0, where tube 0 is, and a port");
  }

  @Test
  void saysThatNoCarrierHasRoom() {
    store.picker(0);
    store.job(List.of(), store.tube(0, 1));

    assertThat(unplanned())
        .containsExactly(
            "0 capacity: tube 0 needs a place in a carrier, and none that could take it has one");
  }

  private void picker(List<Integer> dewars, List<Integer> ports) {
    store.pickers.add(
        new InstancePicker(
            store.pickers.size(), 0, 0, 0.6, 0.6, 6, dewars, ports, 0, List.of(), List.of()));
  }

  private List<String> unplanned() {
    return SeededPlans.plan(store.instance(), 50).unplanned().stream()
        .map((Unplanned left) -> left.request() + " " + left.constraint() + ": " + left.detail())
        .toList();
  }
}
