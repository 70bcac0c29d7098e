package org.givre.plans.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Window;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tubes in carriers that go back into their racks. */
class ReturnsTest {
  private final SeededPlans plans = new SeededPlans(ReturnsTest::returning);

  @Test
  void plansAreValidButForWhatTheyName() {
    plans.assertHonest();
  }

  @Test
  void everyReturnIsPlacedOrNamed() {
    plans.forEach(
        (instance, planned) -> {
          var settled = new ArrayList<>(placed(planned));
          planned.stranded().forEach(tube -> settled.add(tube.tube()));
          assertThat(settled)
              .as(instance.name())
              .containsAll(instance.returns().stream().map(TubeReturn::tube).toList());
        });
  }

  @Test
  void exposureIsNeverBelowTheBound() {
    plans.assertNotBelowTheBound();
  }

  @Test
  void whatIsStrandedCanStayInItsCarrier() {
    plans.forEach(
        (instance, planned) -> {
          var stays = new TreeSet<Integer>();
          planned.stranded().forEach(tube -> stays.add(tube.tube()));
          placed(planned).forEach(stays::remove);
          Judged.of(instance.keeping(stays), planned).assertHonest();
        });
  }

  @Test
  void carriersMayHoldTubesThatStayEvenInEveryPlace() {
    for (long seed = 0; seed < SeededPlans.SEEDS; seed++) {
      var instance = returning(seed);
      var random = new SplittableRandom(-seed);
      var stays = new TreeSet<Integer>();
      boolean all = random.nextBoolean();
      for (var back : instance.returns()) {
        if (all || random.nextBoolean()) {
          stays.add(back.tube());
        }
      }
      var kept = instance.keeping(stays);
      Judged.of(kept, SeededPlans.plan(kept, seed)).assertHonest();
    }
  }

  @Nested
  class PutBacks {
    private final SmallStore store = new SmallStore(3);

    @Test
    void goIntoOneLiftPerPickerAndRackDeepestFirst() {
      store.picker(6, back(0, 2), back(0, 4), back(1, 1), back(0, 2));
      store.picker(6, back(0, 3));

      var places = ops(PlanOp.Place.class);
      assertThat(places).extracting(PlanOp::picker).containsExactlyInAnyOrder(0, 0, 1);
      assertThat(places)
          .filteredOn(place -> place.picker() == 0 && place.rack() == 0)
          .flatExtracting(PlanOp.Place::places)
          .extracting(Placement::level)
          .containsExactly(4, 2, 2);
    }

    @Test
    void areSplitWhereACapWouldBreak() {
      store.picker(6, back(0, 1), back(0, 1), back(0, 2));

      // Box 1 is outside for 2.4 s of motion, 2 s of settling and 4 s for each place.
      store.cap(0, 16.4);
      assertThat(ops(PlanOp.Place.class)).hasSize(1);
      store.cap(0, 16.3);
      assertThat(ops(PlanOp.Place.class)).hasSize(2);
    }

    @Test
    void comeBeforeOtherLiftsOfThePicker() {
      store.picker(6, back(0, 3));
      store.job(List.of(), store.tube(1, 1));

      assertThat(ops(PlanOp.class)).first().isInstanceOf(PlanOp.Place.class);
    }

    @Test
    void comeBeforeAllOtherLiftsOfTheRack() {
      store.picker(6);
      store.picker(6, back(0, 3));
      store.job(List.of(), store.tube(0, 1), store.tube(0, 5));

      assertThat(ops(PlanOp.class)).first().isInstanceOf(PlanOp.Place.class);
    }

    @Test
    void letOtherWorkGoFirstWhileTheirRackCools() {
      store.notBefore(0, 500);
      store.picker(6, back(0, 3));
      store.job(List.of(), store.tube(1, 1));
      var ops = ops(PlanOp.class);

      assertThat(ops)
          .hasExactlyElementsOfTypes(PlanOp.Lift.class, PlanOp.Unload.class, PlanOp.Place.class);
      assertThat(ops.get(1).startSeconds()).isLessThan(500);
      assertThat(ops.get(2).startSeconds()).isEqualTo(500);
    }

    @Test
    void letOtherTubesBeDeliveredWhileTheirDewarIsClosed() {
      int tube = store.tube(0, 1);
      store.dewarClosed = List.of(new Window(0, 900));
      store.job(List.of(), tube);
      store.picker(6, back(0, 3), new CarriedTube(OptionalInt.of(0), tube));
      var ops = ops(PlanOp.class);

      assertThat(ops).hasExactlyElementsOfTypes(PlanOp.Unload.class, PlanOp.Place.class);
      assertThat(ops.get(0).startSeconds()).isLessThan(60);
      assertThat(ops.get(1).startSeconds()).isEqualTo(900);
    }

    @Test
    void makeRoomForWhatFitsNowhereElse() {
      store.picker(1, back(0, 3));
      store.job(List.of(), store.tube(1, 1));

      assertThat(ops(PlanOp.class)).hasSize(3);
    }

    private CarriedTube back(int rack, int level) {
      return store.back(rack, level);
    }

    private <T extends PlanOp> List<T> ops(Class<T> kind) {
      var instance = store.instance();
      var judged = Judged.of(instance, SeededPlans.plan(instance, 50)).assertHonest();
      assertThat(judged.verdict().isValid()).isTrue();
      return judged.planned().plan().ops().stream()
          .filter(kind::isInstance)
          .map(kind::cast)
          .sorted(Comparator.comparingDouble(PlanOp::startSeconds))
          .toList();
    }
  }

  @Nested
  class Stranded {
    private final SmallStore store = new SmallStore(1);

    @Test
    void isWhatACapKeepsOutWhileOthersGoBack() {
      store.cap(0, 9);
      store.picker(6, back(0, 5), back(0, 1));

      assertThat(stranded()).containsExactly("20000 max_out");
    }

    @Test
    void isTheDeepestWhereABoxMayGetLittle() {
      store.budget(0, 9);
      store.picker(6, back(0, 1), back(0, 5));

      assertThat(stranded()).containsExactly("20001 budget");
    }

    @Test
    void isWhatAClosedDewarNeverTakes() {
      store.dewarClosed = List.of(new Window(0, Double.POSITIVE_INFINITY));
      store.picker(6, back(0, 1));

      assertThat(stranded()).containsExactly("20000 dewar_unavailable");
    }

    @Test
    void leavesTheOtherPlacesOfItsCarrierToOthers() {
      store.cap(0, 20);
      store.picker(3, back(0, 5), back(0, 5));
      store.timing = new Timing(3, 2, 1, 1, 3, 2, 2, 30);
      store.job(List.of(), store.tube(0, 1), store.tube(0, 1), store.tube(0, 2));
      var instance = store.instance();
      var planned = SeededPlans.plan(instance, 50);

      assertThat(planned.stranded()).hasSize(2);
      assertThat(planned.unplanned()).isEmpty();
      assertThat(planned.plan().ops())
          .filteredOn(PlanOp.Lift.class::isInstance)
          .allMatch(op -> ((PlanOp.Lift) op).picks().size() == 1)
          .hasSize(3);
    }

    @Test
    void takesTheLastPlaceOfACarrier() {
      store.cap(0, 9);
      store.picker(1, back(0, 5));
      store.job(List.of(), store.tube(0, 1));
      var planned = SeededPlans.plan(store.instance(), 50);

      assertThat(planned.unplanned()).extracting(Unplanned::constraint).containsExactly("capacity");
    }

    private CarriedTube back(int rack, int level) {
      return store.back(rack, level);
    }

    private List<String> stranded() {
      var instance = store.instance();
      var planned = Judged.of(instance, SeededPlans.plan(instance, 50)).assertHonest().planned();
      return planned.stranded().stream().map(t -> t.tube() + " " + t.constraint()).toList();
    }
  }

  @Test
  void cannotTakeAnythingIntoACarrierWithoutPlaces() {
    var store = new SmallStore(1);
    store.picker(0);
    store.job(List.of(), store.tube(0, 1));
    var instance = store.instance();
    var judged = Judged.of(instance, SeededPlans.plan(instance, 50)).assertHonest();

    assertThat(judged.planned().plan().ops()).isEmpty();
    assertThat(judged.planned().unplanned())
        .extracting(Unplanned::constraint)
        .containsExactly("capacity");
  }

  private static List<Integer> placed(PlannedRetrieval planned) {
    return planned.plan().ops().stream()
        .filter(PlanOp.Place.class::isInstance)
        .flatMap(op -> ((PlanOp.Place) op).places().stream())
        .map(Placement::tube)
        .toList();
  }

  /** What was picked for jobs that were cancelled: more often than not from one rack. */
  private static Instance returning(long seed) {
    var random = new SplittableRandom(seed);
    var instance = SeededPlans.plainOrTight(random, seed);
    if (random.nextInt(4) == 0) {
      instance = Changed.withoutJobs(instance);
    }
    int common = random.nextInt(instance.racks().size());
    var tubes = new ArrayList<InstanceTube>();
    var returns = new ArrayList<TubeReturn>();
    var racks = instance.racks();
    return Changed.loads(
        instance,
        picker -> {
          var load = new ArrayList<>(picker.initialLoad());
          for (int i = random.nextInt(5); i > 0; i--) {
            int tube = SmallStore.FIRST_RETURN + returns.size();
            var rack = racks.get(random.nextInt(3) > 0 ? common : random.nextInt(racks.size()));
            int level = 1 + random.nextInt(rack.levels());
            load.add(new CarriedTube(OptionalInt.empty(), tube));
            returns.add(new TubeReturn(tube, rack.id(), level));
            if (random.nextInt(10) == 0) {
              tubes.add(new InstanceTube(tube, rack.id(), level, 10 + random.nextInt(60)));
            }
          }
          int room = random.nextBoolean() ? 0 : random.nextInt(8);
          return Changed.load(picker, Math.max(1, load.size() + room), load);
        },
        tubes,
        returns);
  }
}
