package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.givre.devices.driver.DriverEvent.StepDone;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.Unload;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random orders to two robots, some of them nonsense, with the engine killed and reopened and
 * orders sent again in between. What the robots report is compared with what is true.
 */
class RandomOrdersTest {
  private static final int SEQUENCES_PER_BATCH = 50;
  private static final int ACTIONS = 25;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void everyTubeIsInOnePlaceAndNoPickIsRepeated(int batch, @TempDir Path directory) {
    for (var number = 0; number < SEQUENCES_PER_BATCH; number++) {
      var seed = batch * SEQUENCES_PER_BATCH + number;
      try (var world = new TestWorld(directory.resolve("seed-" + seed), 60, 0.01)) {
        new Sequence(world, new SplittableRandom(seed)).play();
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("Seed " + seed, failure);
      }
    }
  }

  private static final class Sequence {
    private static final List<String> PICKERS = List.of("picker-1", "picker-2");

    private final TestWorld world;
    private final SplittableRandom chance;
    private final RandomOrders orders;
    private final List<Taken> taken = new ArrayList<>();
    private final Map<String, TubePlace> loaded = new TreeMap<>();

    private record Taken(String picker, MotionOrder order) {}

    Sequence(TestWorld world, SplittableRandom chance) {
      this.world = world;
      this.chance = chance;
      this.orders = new RandomOrders(world, chance);
    }

    void play() {
      for (var tube : RandomOrders.tubes()) {
        var place = new TubePlace.InRack("D1", tube.position());
        loaded.put(tube.tube().id().value(), place);
      }
      world.world().load("import-1", RandomOrders.tubes());
      for (var action = 0; action < ACTIONS; action++) {
        act();
        check();
      }
      world.pass(1000);
      check();
    }

    private void act() {
      var picker = PICKERS.get(chance.nextInt(PICKERS.size()));
      switch (chance.nextInt(8)) {
        case 0 -> {
          world.kill();
          world.pass(chance.nextInt(60));
          world.reopen();
          checkExport(world.world().truth());
        }
        case 1 -> repeat();
        case 2, 3 -> world.pass(chance.nextDouble(60));
        default -> submit(picker, orders.next(picker));
      }
    }

    private void submit(String picker, MotionOrder order) {
      if (world.submit(picker, order) instanceof Submission.Accepted) {
        taken.add(new Taken(picker, order));
      }
    }

    private void repeat() {
      for (var before : taken) {
        assertThat(world.submit(before.picker(), before.order()))
            .isEqualTo(
                new Submission.Duplicate(world.status(before.picker(), before.order().orderId())));
      }
    }

    /** Truth, belief from the reports, and the export from the disk agree. */
    private void check() {
      var belief = new Belief(loaded);
      taken.forEach(order -> belief.hear(order.picker(), order.order(), world));
      var truth = world.world().truth();
      var places = new TreeMap<String, TubePlace>();
      var picks = new TreeMap<String, Integer>();
      for (var tube : truth) {
        places.put(tube.tube().id().value(), tube.place());
        picks.put(tube.tube().id().value(), tube.picks());
      }
      assertThat(places).isEqualTo(belief.places());
      assertThat(picks).isEqualTo(belief.picks());
      var inRacks = truth.stream().map(TubeTruth::place).filter(TubePlace.InRack.class::isInstance);
      assertThat(inRacks.toList()).doesNotHaveDuplicates();
      checkCarriers(truth);
    }

    private void checkExport(List<TubeTruth> truth) {
      var exported = exported();
      assertThat(exported).hasSameSizeAs(truth);
      for (var tube = 0; tube < truth.size(); tube++) {
        var there = exported.get(tube);
        var here = truth.get(tube);
        assertThat(there.tube()).isEqualTo(here.tube());
        assertThat(there.place()).isEqualTo(here.place());
        assertThat(there.picks()).isEqualTo(here.picks());
        assertThat(there.boxOutSeconds()).isCloseTo(here.boxOutSeconds(), within(1e-6));
        assertThat(there.carrierSeconds()).isCloseTo(here.carrierSeconds(), within(1e-6));
      }
    }

    private List<TubeTruth> exported() {
      try (var export = WorldExport.read(world.directory(), world.wall)) {
        return export.tubes();
      }
    }

    private void checkCarriers(List<TubeTruth> truth) {
      for (var picker : PICKERS) {
        var snapshot = world.driver(picker).snapshot().toCompletableFuture().join();
        assertThat(snapshot.carrier())
            .containsExactlyInAnyOrderElementsOf(
                truth.stream()
                    .filter(tube -> tube.place().equals(new TubePlace.InCarrier(picker)))
                    .map(tube -> tube.tube().id().value())
                    .toList());
        assertThat(snapshot.carrier()).hasSizeLessThanOrEqualTo(TestStore.CARRIER);
      }
    }
  }

  /** Where tubes are, for somebody who knows what was loaded and reads the reports. */
  private static final class Belief {
    private final Map<String, TubePlace> loaded;
    private final List<Moved> moves = new ArrayList<>();

    private record Moved(StepDone report, String tube, TubePlace to) {
      Instant at() {
        return report.motions().get(report.motions().size() - 1).end();
      }
    }

    Belief(Map<String, TubePlace> loaded) {
      this.loaded = loaded;
    }

    void hear(String picker, MotionOrder order, TestWorld world) {
      var status = world.status(picker, order.orderId());
      var reports =
          status instanceof OrderStatus.Running running
              ? running.reports()
              : ((OrderStatus.Over) status).reports();
      for (var report : reports) {
        if (report instanceof StepDone done && done.outcome() == TubeOutcome.DONE) {
          moves.add(moved(picker, order.steps().get(done.step()), done));
        }
      }
    }

    private static Moved moved(String picker, MotionStep step, StepDone done) {
      if (step instanceof PickTube pick) {
        return new Moved(done, pick.tube(), new TubePlace.InCarrier(picker));
      } else if (step instanceof PlaceTube place) {
        var position = TestStore.position(place.rack(), place.level(), place.well());
        return new Moved(done, place.tube(), new TubePlace.InRack("D1", position));
      }
      var unload = (Unload) step;
      return new Moved(done, unload.tube(), new TubePlace.AtPort(unload.port(), unload.slot()));
    }

    Map<String, TubePlace> places() {
      var places = new TreeMap<>(loaded);
      moves.sort(Comparator.comparing(Moved::at));
      moves.forEach(move -> places.put(move.tube(), move.to()));
      return places;
    }

    Map<String, Integer> picks() {
      var picks = new TreeMap<String, Integer>();
      loaded.keySet().forEach(tube -> picks.put(tube, 0));
      moves.stream()
          .filter(move -> move.to() instanceof TubePlace.InCarrier)
          .forEach(move -> picks.merge(move.tube(), 1, Integer::sum));
      return picks;
    }
  }
}
