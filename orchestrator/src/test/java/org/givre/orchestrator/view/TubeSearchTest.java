package org.givre.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.givre.devices.driver.Motion;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.JobId;
import org.givre.plans.store.Labware;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store of more tubes than a search looks at without a pause. */
class TubeSearchTest {
  private static final long SEED = 20_261_128;
  private static final int RACKS = 36;
  private static final int LEVELS = 20;
  private static final List<String> MATERIALS = List.of("LCL", "PBMC", "");
  private static final DewarId D1 = new DewarId("D1");
  private static final DewarId D2 = new DewarId("D2");
  private static final JobId JOB = new JobId("01J00000000000000000000000");

  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final JournalByHand journal = new JournalByHand();
  private final View view = new View(store(), Runnable::run);
  private final List<TubeId> all = new ArrayList<>();

  private static StoreDefinition store() {
    var small = SmallStore.definition();
    return new StoreDefinition(
        "large",
        List.of(dewar(D1, 0), dewar(D2, RACKS / 2)),
        small.pickers(),
        small.ports(),
        small.weights(),
        small.prices(),
        small.timing());
  }

  private static Dewar dewar(DewarId id, int firstRack) {
    var racks = IntStream.range(firstRack, firstRack + RACKS / 2).mapToObj(TubeSearchTest::rack);
    var box = new Labware("box-10x10", 10, 10, "");
    return new Dewar(
        id,
        0,
        0,
        -180,
        -100,
        1,
        Optional.empty(),
        0,
        OptionalDouble.empty(),
        LEVELS,
        0.06,
        0.1,
        RACKS,
        0.8,
        box,
        racks.toList());
  }

  private static RackId rack(int number) {
    return new RackId("R%02d".formatted(number));
  }

  @BeforeEach
  void fillTheStore() {
    for (int rack = 0; rack < RACKS; rack++) {
      var tubes = new ArrayList<Standing>();
      for (int slot = 0; slot < 100 * LEVELS; slot++) {
        tubes.add(new Standing(tube(), slot / 100 + 1, new Well(slot % 100 / 10, slot % 10 + 1)));
      }
      view.apply(journal.imported(rack(rack), tubes.toArray(Standing[]::new)));
    }
  }

  private Tube tube() {
    all.add(new TubeId("FR%08d".formatted(all.size() * 17)));
    return new Tube(
        all.get(all.size() - 1),
        new SpecimenId("S" + chance.nextInt(9_000)),
        MATERIALS.get(chance.nextInt(MATERIALS.size())),
        chance.nextInt(300));
  }

  /** Takes every hundredth tube of a rack out. */
  private void pickSome(int rack) {
    for (int i = rack * 100 * LEVELS; i < (rack + 1) * 100 * LEVELS; i += 100) {
      var tube = all.get(i);
      var pick = new TubeToPick(tube, 1, Well.parse("A1"), JOB, 0);
      var task = new LiftTask("lift-" + i, D1, rack(rack), LiftMode.HOLD, List.of(pick));
      view.apply(journal.event("picker|picker-1", new TaskTaken(task)));
      view.apply(
          journal.event(
              "picker|picker-1", new OrderCreated("o" + i, i, 1, Purpose.WORK, "D1", List.of())));
      view.apply(
          journal.event(
              "picker|picker-1",
              new TubePicked(
                  "o" + i, 0, tube, JournalByHand.motion(Motion.Kind.PICK, tube, i, 5))));
    }
  }

  private List<TubeId> search(TubeFilter filter, int limit) {
    var found = new ArrayList<TubeId>();
    Optional<Integer> after = Optional.of(-1);
    while (after.isPresent()) {
      var page = view.tubes().search(filter, after.get(), limit);
      assertThat(page.tubes()).hasSizeLessThanOrEqualTo(limit);
      page.tubes().forEach(tube -> found.add(tube.tube().id()));
      after = page.next();
    }
    return found;
  }

  private List<TubePicture> pictures() {
    return all.stream().map(tube -> view.tubes().tube(tube).orElseThrow()).toList();
  }

  private static List<TubeId> expected(TubeFilter filter, List<TubePicture> pictures) {
    return pictures.stream().filter(filter::accepts).map(tube -> tube.tube().id()).toList();
  }

  @Test
  void findsAllPageByPage() {
    assertThat(search(filter(none(), none(), none()), 5_000)).isEqualTo(all);
  }

  @Test
  void findsWhatTheFilterAcceptsAndNothingElse() {
    pickSome(3);
    var pictures = pictures();
    for (var material : options(List.of("PBMC", "", "RNA"))) {
      for (var dewar : options(List.of(D1, D2))) {
        for (var rack : options(List.of(rack(3), rack(RACKS - 1)))) {
          for (var state : List.of(List.of(TubeState.STORED), List.of(TubeState.IN_TRANSIT))) {
            var filter = filter(material, dewar, rack, state.toArray(TubeState[]::new));
            assertThat(search(filter, 700)).as("%s", filter).isEqualTo(expected(filter, pictures));
          }
        }
      }
    }
  }

  @Test
  void findsTheTubesOfASpecimen() {
    var pictures = pictures();
    for (int i = 0; i < 100; i++) {
      var specimen = Optional.of(new SpecimenId("S" + chance.nextInt(9_010)));
      var filter = new TubeFilter(specimen, none(), Optional.of(D2), none(), new TreeSet<>());
      assertThat(search(filter, 1)).as("seed %d", SEED).isEqualTo(expected(filter, pictures));
    }
  }

  private static TubeFilter filter(
      Optional<String> material,
      Optional<DewarId> dewar,
      Optional<RackId> rack,
      TubeState... states) {
    return new TubeFilter(none(), material, dewar, rack, new TreeSet<>(List.of(states)));
  }

  /** Each of them, and none. */
  private static <T> List<Optional<T>> options(List<T> values) {
    return Stream.concat(values.stream().map(Optional::of), Stream.of(Optional.<T>empty()))
        .toList();
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
