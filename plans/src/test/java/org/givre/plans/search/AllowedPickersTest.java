package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.givre.plans.check.ViolationKind;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.search.baseline.FirstComeFirstServed;
import org.givre.plans.search.baseline.GreedyRack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Jobs that only some pickers may pick for. */
class AllowedPickersTest {
  /** A picker that is not at work, so that the instance does not list it. */
  private static final int ABSENT = 77;

  private final SeededPlans plans = new SeededPlans(AllowedPickersTest::restricted);

  @Test
  void plansAreValidButForWhatTheyName() {
    plans.assertHonest();
  }

  @Test
  void namesReachWhereNoAllowedPickerCanServeARequest() {
    plans.forEach(
        (instance, planned) -> {
          var named =
              planned.unplanned().stream()
                  .filter(u -> u.constraint().equals("reach"))
                  .map(Unplanned::request)
                  .toList();
          assertThat(named).as(instance.name()).containsAll(beyondReach(instance));
        });
  }

  @Test
  void exposureIsNeverBelowTheBound() {
    plans.assertNotBelowTheBound();
  }

  @Test
  void aJobThatAllowsEveryPickerIsPlannedAsOneThatNamesNone() {
    for (long seed = 0; seed < SeededPlans.SEEDS; seed++) {
      var silent = GeneratedInstance.tight(seed);
      var everybody = silent.pickers().stream().map(InstancePicker::id).toList();
      var explicit = Changed.jobs(silent, job -> Changed.pickers(job, everybody));

      assertThat(SeededPlans.plan(explicit, seed))
          .as(silent.name())
          .isEqualTo(SeededPlans.plan(silent, seed));
    }
  }

  @Test
  void baselinesRespectThemToo() {
    var baselines =
        List.of(
            FirstComeFirstServed.oneLiftPerTube(),
            FirstComeFirstServed.oneLiftPerRackAndJob(),
            new GreedyRack());
    for (long seed = 0; seed < SeededPlans.SEEDS; seed++) {
      var instance = restricted(seed);
      for (var baseline : baselines) {
        var planned = baseline.plan(instance, 0, StopCondition.afterIterations(0));
        assertThat(Judged.of(instance, planned).verdict().has(ViolationKind.REACH))
            .as("%s by %s", instance.name(), planned.plan().policy())
            .isFalse();
      }
    }
  }

  @Nested
  class Lifts {
    private final SmallStore store = new SmallStore(1);
    private final int first = store.picker(24);
    private final int second = store.picker(24);

    @Test
    void areSharedByJobsThatAllowOnePickerBetweenThem() {
      store.job(List.of(), store.tube(0, 2), store.tube(0, 3));
      store.job(List.of(second, ABSENT), store.tube(0, 3), store.tube(0, 4));

      assertThat(lifts()).extracting(PlanOp::picker).containsExactly(second);
    }

    @Test
    void areApartForJobsThatAllowDifferentPickers() {
      store.job(List.of(first), store.tube(0, 2), store.tube(0, 3));
      store.job(List.of(second), store.tube(0, 3), store.tube(0, 4));
      store.job(List.of(), store.tube(0, 4));

      assertThat(lifts()).extracting(PlanOp::picker).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void doNotShrinkForAJobThatAllowsOnlyASmallCarrier() {
      int small = store.picker(1);
      store.job(List.of(), store.tube(0, 2), store.tube(0, 2), store.tube(0, 3));
      store.job(List.of(small), store.tube(0, 2));

      assertThat(lifts()).extracting(lift -> lift.picks().size()).containsExactlyInAnyOrder(3, 1);
    }

    private List<PlanOp.Lift> lifts() {
      var instance = store.instance();
      var judged = Judged.of(instance, SeededPlans.plan(instance, 50)).assertHonest();
      assertThat(judged.verdict().isValid()).isTrue();
      return judged.planned().plan().ops().stream()
          .filter(PlanOp.Lift.class::isInstance)
          .map(PlanOp.Lift.class::cast)
          .toList();
    }
  }

  @Test
  void whatAnotherPickerCarriesStaysThere() {
    var store = new SmallStore(1);
    int tube = store.tube(0, 1);
    store.picker(24);
    int carrying = store.picker(24, new CarriedTube(OptionalInt.of(0), tube));
    store.job(List.of(0), tube, store.tube(0, 2));
    var instance = store.instance();
    var judged = Judged.of(instance, SeededPlans.plan(instance, 50)).assertHonest();

    assertThat(judged.verdict().isValid()).isTrue();
    assertThat(judged.planned().plan().ops())
        .extracting(PlanOp::picker)
        .containsExactlyInAnyOrder(0, 0, carrying);
  }

  /** About half of the jobs allow some pickers; in tight stores, some want a port as well. */
  private static Instance restricted(long seed) {
    var random = new SplittableRandom(seed);
    var instance = SeededPlans.plainOrTight(random, seed);
    return Changed.jobs(
        instance, job -> random.nextBoolean() ? job : Changed.pickers(job, some(instance, random)));
  }

  private static List<Integer> some(Instance instance, SplittableRandom random) {
    var pickers = new ArrayList<Integer>();
    for (var picker : instance.pickers()) {
      if (random.nextInt(3) > 0) {
        pickers.add(picker.id());
      }
    }
    if (pickers.isEmpty() || random.nextInt(10) == 0) {
      pickers.add(ABSENT);
    }
    return pickers;
  }

  private static List<Integer> beyondReach(Instance instance) {
    var beyond = new ArrayList<Integer>();
    for (var job : instance.jobs()) {
      for (var request : job.requests()) {
        if (!isCarried(instance, request)
            && request.alternatives().stream().noneMatch(t -> isReached(instance, job, t))) {
          beyond.add(request.id());
        }
      }
    }
    return beyond;
  }

  private static boolean isCarried(Instance instance, Request request) {
    return instance.pickers().stream()
        .flatMap(picker -> picker.initialLoad().stream())
        .anyMatch(
            carried ->
                carried.request().orElse(-1) == request.id()
                    || request.alternatives().contains(carried.tube()));
  }

  private static boolean isReached(Instance instance, InstanceJob job, int tube) {
    InstanceTube listed = instance.tubes().get(tube);
    int dewar = instance.racks().get(listed.rack()).dewar();
    return instance.pickers().stream()
        .filter(picker -> job.allows(picker.id()) && picker.dewars().contains(dewar))
        .anyMatch(picker -> job.port().isEmpty() || picker.ports().contains(job.port().getAsInt()));
  }
}
