package org.givre.devices.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.persistence.testkit.javadsl.PersistenceTestKit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.devices.driver.Motion;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.ExampleStore;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerTask;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.PlaceTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.picker.PickerTask.TubeToPlace;
import org.givre.devices.picker.PickerTask.UnloadTask;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.devices.sim.TubePlace;
import org.givre.devices.sim.TubeTruth;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two pickers share a dewar and a port; what the engine believes is what is true. */
class SimulatedStoreTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());
  private static final PersistenceTestKit JOURNAL = PersistenceTestKit.create(AKKA.system());
  private static final JobId JOB = new JobId("job-1");
  private static final List<String> WELLS = List.of("A1", "B2", "J10");
  private static final int RACKS = 5;
  private static final int LEVELS = 3;

  /** Times in reports are whole microseconds. */
  private static final double CLOCK_SECONDS = 1e-4;

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @BeforeEach
  void anEmptyJournal() {
    JOURNAL.clearAll();
    JOURNAL.resetPolicy();
  }

  @Test
  void believesWhatIsTrue(@TempDir Path directory) throws Exception {
    var errands = new Errands(plan());
    try (var store = new LivingStore(AKKA, directory, errands)) {
      store.load(tubes());
      store.work();
      var ended = errands.done().get(30, TimeUnit.SECONDS);
      checkBelief(store, ended);
      checkExposure(store.truth());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNothingInKills(long seed, @TempDir Path directory) throws Exception {
    var random = new Random(seed);
    var errands = new Errands(plan());
    var store = new LivingStore(AKKA, directory, errands);
    store.load(tubes());
    var kills = 0;
    while (!errands.done().isDone()) {
      var writes = WriteCount.until(1 + random.nextInt(9));
      JOURNAL.withPolicy(writes);
      store.work();
      CompletableFuture.anyOf(writes.reached(), errands.done()).get(30, TimeUnit.SECONDS);
      JOURNAL.resetPolicy();
      store.kill();
      store.startAgain();
      kills++;
    }
    assertThat(kills).as("kills with seed %d", seed).isGreaterThan(5);
    try (store) {
      checkBelief(store, errands.done().get());
      checkExposure(store.truth());
    }
  }

  @Test
  void losesNothingWhenTheJournalFailsNowAndThen(@TempDir Path directory) throws Exception {
    var errands = new Errands(plan());
    try (var store = new LivingStore(AKKA, directory, errands)) {
      store.load(tubes());
      JOURNAL.withPolicy(WriteCount.failingEvery(31));
      store.work();
      var ended = errands.done().get(60, TimeUnit.SECONDS);
      JOURNAL.resetPolicy();
      checkBelief(store, ended);
      checkExposure(store.truth());
    }
  }

  private static void checkBelief(LivingStore store, List<TaskEnded> ended) {
    var delivered =
        ended.stream()
            .flatMap(end -> end.deliveries().stream())
            .collect(Collectors.toMap(Delivery::tube, SimulatedStoreTest::place));
    assertThat(delivered).hasSize(10);
    for (var truth : store.truth()) {
      var tube = truth.tube().id();
      var rack = home(tube);
      var found = store.believed(rack, List.of(tube)).get(tube);
      if (truth.place() instanceof TubePlace.InRack in) {
        assertThat(in.position())
            .isEqualTo(new Position(rack, level(tube), Well.parse(tube.value().substring(4))));
        assertThat(Optional.ofNullable(found).map(f -> new Position(rack, f.level(), f.well())))
            .as("belief of %s", truth)
            .contains(in.position());
        assertThat(truth.picks()).as("picks of %s", tube).isEqualTo(truth.places());
      } else {
        assertThat(found).as("%s", truth).isNull();
        assertThat(truth.place().label()).isEqualTo(delivered.get(tube));
        assertThat(truth.picks()).as("picks of %s", tube).isEqualTo(1 + truth.places());
      }
    }
    assertThat(store.truth().stream().filter(truth -> truth.places() > 0))
        .extracting(truth -> truth.tube().id().value())
        .containsExactlyInAnyOrder("5/2/A1", "5/1/B2");
    for (var picker : plan().keySet()) {
      assertThat(store.picture(picker).carrier()).isEmpty();
      assertThat(store.picture(picker).state()).isNotEqualTo(State.FAULT);
    }
  }

  /** As the world names it. */
  private static String place(Delivery delivery) {
    return "port:%s:%d".formatted(delivery.port(), delivery.slot());
  }

  /** What the racks have recorded is what the world knows. */
  private static void checkExposure(List<TubeTruth> truths) {
    var lifts = new TreeMap<RackId, List<RackLifted>>();
    tubes().keySet().forEach(rack -> lifts.put(rack, lifts(rack)));
    for (var truth : truths) {
      var tube = truth.tube().id();
      assertThat(seconds(lifts.getOrDefault(home(tube), List.of()), tube))
          .as("%s", truth)
          .isCloseTo(truth.boxOutSeconds(), within(CLOCK_SECONDS));
    }
  }

  /** Of all lifts in which the tube stood there, was taken, or was put back. */
  private static double seconds(List<RackLifted> lifts, TubeId tube) {
    var seconds = 0.0;
    var here = true;
    for (var lift : lifts) {
      var taken = lift.taken().stream().filter(t -> t.tube().equals(tube)).findFirst();
      var placed =
          lift.placed().stream().filter(p -> p.standing().tube().id().equals(tube)).findFirst();
      if (taken.isPresent()) {
        seconds += taken.get().seconds();
        here = false;
      } else if (placed.isPresent()) {
        seconds += placed.get().seconds() - placingSeconds(lift.picker(), tube);
        here = true;
      } else if (here) {
        seconds += lift.boxes().get(level(tube) - 1).seconds();
      }
    }
    return seconds;
  }

  /** In the gripper: the world counts a tube as in the carrier until it stands. */
  private static double placingSeconds(PickerId picker, TubeId tube) {
    return events("picker|" + picker, TubePlaced.class).stream()
        .filter(placed -> placed.tube().equals(tube))
        .flatMap(placed -> placed.motions().stream())
        .filter(motion -> motion.kind() == Motion.Kind.PLACE)
        .filter(motion -> motion.tube().equals(tube.value()))
        .mapToDouble(motion -> Duration.between(motion.start(), motion.end()).toNanos() / 1e9)
        .sum();
  }

  private static List<RackLifted> lifts(RackId rack) {
    return events("rack|" + rack, RackLifted.class);
  }

  private static <E> List<E> events(String persistenceId, Class<E> type) {
    return JOURNAL.persistedInStorage(persistenceId).stream()
        .map(recorded -> ((Recorded<?>) recorded).event())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static SortedMap<PickerId, List<PickerTask>> plan() {
    var plan = new TreeMap<PickerId, List<PickerTask>>();
    plan.put(
        ExampleStore.PICKER,
        List.of(
            lift("t-11", LiftMode.HOLD, 1, "1/A1", "3/B2"),
            lift("t-12", LiftMode.PARK, 2, "2/A1", "2/B2"),
            unload("t-13", "1/1/A1", "2/2/A1", "2/2/B2"),
            unload("t-14", "1/3/B2"),
            lift("t-15", LiftMode.HOLD, 5, "1/B2", "2/A1"),
            place("t-16", 5, "2/A1", "1/B2"),
            lift("t-17", LiftMode.HOLD, 5, "3/A1"),
            lift("t-18", LiftMode.HOLD, 5, "2/A1"),
            unload("t-19", "5/3/A1", "5/2/A1")));
    plan.put(
        ExampleStore.OTHER_PICKER,
        List.of(
            lift("t-21", LiftMode.HOLD, 3, "1/A1"),
            lift("t-22", LiftMode.HOLD, 4, "2/J10", "3/A1"),
            unload("t-23", "3/1/A1", "4/3/A1", "4/2/J10"),
            lift("t-24", LiftMode.HOLD, 1, "3/J10"),
            unload("t-25", "1/3/J10")));
    return plan;
  }

  private static PickerTask lift(String task, LiftMode mode, int rack, String... places) {
    var picks = new ArrayList<TubeToPick>();
    for (var place : places) {
      var level = Integer.parseInt(place.substring(0, 1));
      var well = Well.parse(place.substring(2));
      var tube = tube(rack, level, well.label());
      picks.add(new TubeToPick(tube, level, well, JOB, picks.size()));
    }
    return new LiftTask(task, ExampleStore.DEWAR, ExampleStore.rack(rack), mode, picks);
  }

  /** Back where they came from. */
  private static PickerTask place(String task, int rack, String... places) {
    var back = new ArrayList<TubeToPlace>();
    for (var place : places) {
      var tube = tube(rack, Integer.parseInt(place.substring(0, 1)), place.substring(2));
      tubes().getOrDefault(ExampleStore.rack(rack), List.of()).stream()
          .filter(s -> s.tube().id().equals(tube))
          .map(s -> new TubeToPlace(s.tube(), s.level(), s.well(), JOB, back.size()))
          .forEach(back::add);
    }
    return new PlaceTask(task, ExampleStore.DEWAR, ExampleStore.rack(rack), back);
  }

  private static PickerTask unload(String task, String... tubes) {
    var unloaded = Stream.of(tubes).map(TubeId::new).toList();
    return new UnloadTask(task, ExampleStore.PORT, unloaded);
  }

  /** A barcode tells where the tube was put: rack, level, well. */
  private static TubeId tube(int rack, int level, String well) {
    return new TubeId("%d/%d/%s".formatted(rack, level, well));
  }

  private static RackId home(TubeId tube) {
    return ExampleStore.rack(Integer.parseInt(tube.value().substring(0, 1)));
  }

  private static int level(TubeId tube) {
    return Integer.parseInt(tube.value().substring(2, 3));
  }

  private static SortedMap<RackId, List<Standing>> tubes() {
    var tubes = new TreeMap<RackId, List<Standing>>();
    for (int rack = 1; rack <= RACKS; rack++) {
      var standing = new ArrayList<Standing>();
      for (int level = 1; level <= LEVELS; level++) {
        for (var well : WELLS) {
          var id = tube(rack, level, well);
          var tube = new Tube(id, new SpecimenId("S" + rack), "LCL", level);
          standing.add(new Standing(tube, level, Well.parse(well)));
        }
      }
      tubes.put(ExampleStore.rack(rack), standing);
    }
    return tubes;
  }
}
