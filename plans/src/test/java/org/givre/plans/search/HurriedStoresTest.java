package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Prices;
import org.junit.jupiter.api.Test;

/** Plans of tiny stores with deadlines and fragile tubes against the best of all plans. */
class HurriedStoresTest {
  private static final int SEEDS = 200;
  private static final int FEW = 0;
  private static final int MANY = 5_000;
  private static final double ROUNDING = 1e-9;
  private static final Pattern DELIVERY = Pattern.compile("delivered at ([0-9.]+) s");

  /** Nearly: where several lifts of a rack are in a hurry, one too many is missed at times. */
  @Test
  void allIsServedWhereThatCanBe() {
    int possible = 0;
    int first = 0;
    int full = 0;
    int coldest = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = hurried(seed);
      double least = EveryPlan.of(instance).leastExposure();
      if (least < Double.POSITIVE_INFINITY) {
        var judged = plan(instance, seed, MANY);
        possible++;
        first += plan(instance, seed, FEW).verdict().isValid() ? 1 : 0;
        full += judged.verdict().isValid() ? 1 : 0;
        coldest += judged.verdict().exposure().totalTs() <= least * (1 + ROUNDING) ? 1 : 0;
      }
    }
    assertThat(possible).isGreaterThan(SEEDS / 2);
    assertThat(full).isGreaterThanOrEqualTo((int) (0.96 * possible));
    assertThat(full).as("taken up again").isGreaterThanOrEqualTo(first + 5);
    assertThat(coldest).isGreaterThanOrEqualTo((int) (0.95 * possible));
  }

  @Test
  void moreIterationsNeverServeFewer() {
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = hurried(seed);
      int before = Integer.MAX_VALUE;
      for (int iterations : new int[] {FEW, 50, 500, MANY}) {
        int unserved = plan(instance, seed, iterations).planned().unplanned().size();
        assertThat(unserved).as("seed %d", seed).isLessThanOrEqualTo(before);
        before = unserved;
      }
    }
  }

  @Test
  void moreIterationsComeNearerToDeadlines() {
    int nearer = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var instance = hurried(seed);
      var first = deliveries(plan(instance, seed, FEW).planned());
      var later = deliveries(plan(instance, seed, 500).planned());
      for (var request : later.keySet()) {
        double before = first.getOrDefault(request, Double.POSITIVE_INFINITY);
        assertThat(later.get(request)).as("seed %d", seed).isLessThanOrEqualTo(before);
        nearer += later.get(request) < before && first.containsKey(request) ? 1 : 0;
      }
    }
    assertThat(nearer).isGreaterThan(5);
  }

  /** By request that a deadline leaves out, when it would be delivered in the nearest plan. */
  private static SortedMap<Integer, Double> deliveries(PlannedRetrieval planned) {
    var deliveries = new TreeMap<Integer, Double>();
    for (var left : planned.unplanned()) {
      var delivery = DELIVERY.matcher(left.detail());
      if (left.constraint().equals("deadline") && delivery.find()) {
        deliveries.put(left.request(), Double.parseDouble(delivery.group(1)));
      }
    }
    return deliveries;
  }

  private static Judged plan(Instance instance, long seed, int iterations) {
    var stop = StopCondition.afterIterations(iterations);
    return Judged.of(instance, new WarmthPlanner().plan(instance, seed, stop)).assertHonest();
  }

  /**
   * Each request is a job of its own, half of them with a deadline; a third of tubes is fragile.
   */
  static Instance hurried(long seed) {
    var random = new SplittableRandom(seed);
    var store = new Variant(TinyInstance.of(seed, true));
    store.prices = new Prices(0, 0);
    store.tubes = Variant.each(store.tubes, tube -> fragile(tube, random));
    var jobs = new ArrayList<InstanceJob>();
    for (var request : store.jobs.get(0).requests()) {
      boolean hard = random.nextInt(3) > 0;
      double deadline = 30 + random.nextInt(60);
      jobs.add(
          new InstanceJob(
              jobs.size(),
              1,
              0,
              OptionalDouble.empty(),
              hard ? OptionalDouble.of(deadline) : OptionalDouble.empty(),
              OptionalInt.empty(),
              List.of(),
              List.of(request)));
    }
    store.jobs = jobs;
    return store.instance();
  }

  private static InstanceTube fragile(InstanceTube tube, SplittableRandom random) {
    double budget =
        random.nextInt(3) == 0 ? 4 + 10 * random.nextDouble() : InstanceTube.UNLIMITED_SECONDS;
    return new InstanceTube(tube.id(), tube.rack(), tube.level(), budget);
  }
}
