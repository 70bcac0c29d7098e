package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Request;
import org.junit.jupiter.api.Test;

/**
 * Each request has a tube in a deep box of one rack and another at the top of the next rack, whose
 * lift is 3.6 s shorter and warms one tube in a thousand more.
 */
class WarmthFirstTest {
  private static final int PAIRS = 6;
  private static final int DEEP = 4;
  private static final List<Double> NONE =
      Collections.nCopies(SmallStore.LEVELS, Double.POSITIVE_INFINITY);

  private final SmallStore store = new SmallStore(0);

  WarmthFirstTest() {
    store.picker(24);
    for (int pair = 0; pair < PAIRS; pair++) {
      rack(250, 250, 250, 250, 250);
      rack(1_251, 0, 0, 0, 0);
      store.job(List.of(), store.tube(2 * pair, DEEP));
      store.tube(2 * pair + 1, 1);
    }
  }

  @Test
  void buysNoTimeWithWarmthHoweverDearTimeIs() {
    var cold = plan(store.instance());
    var free = plan(withChoice(store.instance()));
    assertThat(free.predicted().exposure()).isLessThanOrEqualTo(cold.predicted().exposure());
  }

  private static PlannedRetrieval plan(Instance instance) {
    var dear = instance.withPrices(instance.prices().times(10));
    return new WarmthPlanner().plan(dear, 0, StopCondition.afterIterations(200_000));
  }

  private void rack(Integer... boxes) {
    int id = store.racks.size();
    store.racks.add(new InstanceRack(id, 0, id, List.of(boxes), NONE, NONE, 0, 0));
  }

  private static Instance withChoice(Instance instance) {
    return Changed.jobs(instance, WarmthFirstTest::withChoice);
  }

  private static InstanceJob withChoice(InstanceJob job) {
    var requests =
        job.requests().stream()
            .map(r -> new Request(r.id(), List.of(2 * r.id(), 2 * r.id() + 1)))
            .toList();
    return job.with(requests);
  }
}
