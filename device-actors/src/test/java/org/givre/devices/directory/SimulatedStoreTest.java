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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.driver.Motion;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Recorded;
import org.givre.devices.picker.ExampleStore;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerNotice.Delivery;
import org.givre.devices.picker.PickerNotice.Returned;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.rack.RackEvent.RackLifted;
import org.givre.devices.sim.TubePlace;
import org.givre.devices.sim.TubeTruth;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;
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
  private static final List<PickerId> PICKERS =
      List.of(ExampleStore.PICKER, ExampleStore.OTHER_PICKER);

  /** Times in reports are whole microseconds. */
  private static final double CLOCK_SECONDS = 1e-4;

  /** Enough to meet every stage of a task several times, few enough to end in seconds. */
  private static final int MEDDLINGS = 120;

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
    var errands = new Errands(DayPlan.tasks());
    try (var store = new LivingStore(AKKA, directory, errands)) {
      store.load(DayPlan.tubes());
      store.work();
      var ended = errands.done().get(30, TimeUnit.SECONDS);
      checkBelief(store, ended);
      checkExposure(store.truth(), ended);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void believesWhatIsTrueWhoeverMeddles(long seed, @TempDir Path directory) throws Exception {
    var errands = new Errands(DayPlan.tasks());
    var operator = new Operator(errands, PICKERS, new Random(seed), MEDDLINGS);
    try (var store = new LivingStore(AKKA, directory, errands)) {
      store.load(DayPlan.tubes());
      store.admit(operator);
      store.work();
      var ended = errands.done().get(30, TimeUnit.SECONDS);
      assertThat(errands.recalled()).as("recalls with seed %d", seed).isPositive();
      checkBelief(store, ended);
      checkExposure(store.truth(), ended);
      checkAudit(operator);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void losesNothingInKills(long seed, @TempDir Path directory) throws Exception {
    var random = new Random(seed);
    var errands = new Errands(DayPlan.tasks());
    var operator = new Operator(errands, PICKERS, new Random(seed), MEDDLINGS);
    var store = new LivingStore(AKKA, directory, errands);
    store.load(DayPlan.tubes());
    store.admit(operator);
    var kills = 0;
    while (!errands.done().isDone()) {
      var writes = WriteCount.until(1 + random.nextInt(15));
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
      checkExposure(store.truth(), errands.done().get());
      checkAudit(operator);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 31})
  void losesNothingWhenTheJournalFailsNowAndThen(int every, @TempDir Path directory)
      throws Exception {
    var errands = new Errands(DayPlan.tasks());
    try (var store = new LivingStore(AKKA, directory, errands)) {
      store.load(DayPlan.tubes());
      JOURNAL.withPolicy(WriteCount.failingEvery(every));
      store.work();
      var ended = errands.done().get(10, TimeUnit.MINUTES);
      JOURNAL.resetPolicy();
      checkBelief(store, ended);
      checkExposure(store.truth(), ended);
    }
  }

  private static void checkBelief(LivingStore store, List<TaskEnded> ended) {
    var delivered =
        ended.stream()
            .flatMap(end -> end.deliveries().stream())
            .collect(Collectors.toMap(Delivery::tube, SimulatedStoreTest::place));
    var fates = DayPlan.fates();
    for (var truth : store.truth()) {
      var tube = truth.tube().id();
      var home = new Position(DayPlan.home(tube), DayPlan.level(tube), DayPlan.well(tube));
      var found = Optional.ofNullable(store.believed(home.rack(), List.of(tube)).get(tube));
      var fate = fates.getOrDefault(tube, DayPlan.Fate.NONE);
      if (fate.delivered()) {
        assertThat(found).as("%s", truth).isEmpty();
        assertThat(truth.place().label()).isEqualTo(delivered.get(tube));
      } else {
        assertThat(found.map(f -> new Position(home.rack(), f.level(), f.well()))).contains(home);
        assertThat(found.map(f -> f.tube())).contains(truth.tube());
        assertThat(truth.place()).isEqualTo(new TubePlace.InRack("D1", home));
      }
      assertThat(truth.picks()).as("picks of %s", tube).isEqualTo(fate.picks());
      assertThat(truth.places()).as("places of %s", tube).isEqualTo(fate.places());
    }
    for (var picker : PICKERS) {
      assertThat(store.picture(picker).carrier()).isEmpty();
      assertThat(store.picture(picker).state()).isNotEqualTo(State.FAULT);
    }
  }

  /** As the world names it. */
  private static String place(Delivery delivery) {
    return "port:%s:%d".formatted(delivery.port(), delivery.slot());
  }

  /** What the racks have recorded, and what jobs are told, is what the world knows. */
  private static void checkExposure(List<TubeTruth> truths, List<TaskEnded> ended) {
    for (var truth : truths) {
      var tube = truth.tube().id();
      var inRacks = TubeLifts.of(tube);
      assertThat(inRacks.boxSeconds())
          .as("%s", truth)
          .isCloseTo(truth.boxOutSeconds(), within(CLOCK_SECONDS));
      assertThat(inRacks.standingSeconds() + awaySeconds(ended, tube))
          .as("%s", truth)
          .isCloseTo(truth.boxOutSeconds() + truth.carrierSeconds(), within(CLOCK_SECONDS));
    }
  }

  /** From each time that it was picked until it was delivered, or back in its cold rack. */
  private static double awaySeconds(List<TaskEnded> ended, TubeId tube) {
    var returned = ended.stream().flatMap(end -> end.returned().stream());
    var delivered = ended.stream().flatMap(end -> end.deliveries().stream());
    return returned.filter(r -> r.tube().equals(tube)).mapToDouble(Returned::seconds).sum()
        + delivered.filter(d -> d.tube().equals(tube)).mapToDouble(Delivery::seconds).sum();
  }

  /**
   * How long the lifts of its rack had a tube outside, as the rack has recorded.
   *
   * @param standingSeconds in lifts in which it was neither taken nor placed
   * @param boxSeconds in its box in all lifts, with the dwell of its picks
   */
  private record TubeLifts(double standingSeconds, double boxSeconds) {
    static TubeLifts of(TubeId tube) {
      var here = true;
      var standing = 0.0;
      var moved = 0.0;
      for (var lift : lifts("rack|" + DayPlan.home(tube))) {
        var taken = lift.taken().stream().filter(t -> t.tube().equals(tube)).findFirst();
        var placed =
            lift.placed().stream().filter(p -> p.standing().tube().id().equals(tube)).findFirst();
        if (taken.isPresent()) {
          moved += taken.get().seconds();
          here = false;
        } else if (placed.isPresent()) {
          moved += placed.get().seconds();
          here = true;
        } else if (here) {
          standing += lift.boxes().get(DayPlan.level(tube) - 1).seconds();
        }
      }
      return new TubeLifts(standing, standing + moved - placeDwells(tube));
    }
  }

  private static List<RackLifted> lifts(String rack) {
    return journalled(rack, RackLifted.class).toList();
  }

  private static double placeDwells(TubeId tube) {
    return PICKERS.stream()
        .flatMap(picker -> journalled("picker|" + picker, TubePlaced.class))
        .filter(placed -> placed.tube().equals(tube))
        .flatMap(placed -> placed.motions().stream())
        .filter(motion -> motion.kind() == Motion.Kind.PLACE)
        .mapToDouble(SimulatedStoreTest::seconds)
        .sum();
  }

  private static double seconds(Motion motion) {
    return Duration.between(motion.start(), motion.end()).toNanos() / 1e9;
  }

  /**
   * Every action that was answered is journalled once, as it was answered. The operator may still
   * act, so what he has heard is asked for first.
   */
  private static void checkAudit(Operator operator) {
    var answered = operator.answered();
    var recorded = new TreeMap<String, Optional<String>>();
    var records = new ArrayList<ActionRecord>();
    for (var picker : PICKERS) {
      journalled("picker|" + picker, PickerActed.class).forEach(e -> records.add(e.action()));
    }
    records.forEach(record -> recorded.put(record.id(), record.refusal()));
    assertThat(records).hasSameSizeAs(recorded.keySet()).isNotEmpty();
    assertThat(recorded).containsAllEntriesOf(answered);
  }

  private static <E> Stream<E> journalled(String id, Class<E> kind) {
    return JOURNAL.persistedInStorage(id).stream()
        .map(recorded -> ((Recorded<?>) recorded).event())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
