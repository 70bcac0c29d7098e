package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.devices.driver.MotionStep.Dock;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.Unload;
import org.givre.devices.time.EngineTime;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.Tube;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldExportTest {
  private static final String HEADER =
      "tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well,place\n";

  private TestWorld world;

  @BeforeEach
  void aTubeOfEachKindOfPlace(@TempDir Path directory) {
    world = new TestWorld(directory, 60, 0);
    var odd = new Tube(new TubeId("T3"), new SpecimenId("S,3"), "serum \"A\"", 7);
    world.load(
        new LoadedTube(odd, TestStore.position("D2-R12", 3, "J10")),
        TestStore.tube("T2", "D1-R01", 1, "A2"),
        TestStore.tube("T1", "D1-R01", 1, "A1"));
    world.perform("picker-1", new MoveTo("D1"));
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 1),
        new PickTube("D1-R01", 1, "A1", "T1"),
        new PickTube("D1-R01", 1, "A2", "T2"),
        new LowerRack("D1-R01"));
    world.perform("picker-1", new MoveTo("P1"), new Dock("P1"), new Unload("P1", 4, "T1"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void printsEveryTubeByBarcodeWhileTheEngineRuns() throws IOException {
    assertThat(world.export())
        .isEqualTo(
            HEADER
                + "T1,S-T1,LCL,1,,,,,port:P1:4\n"
                + "T2,S-T2,LCL,1,,,,,picker:picker-1\n"
                + "T3,\"S,3\",\"serum \"\"A\"\"\",7,D2,D2-R12,3,J10,\n");
  }

  @Test
  void printsPicksAndRawSecondsOnDemand() throws IOException {
    var out = new StringBuilder();
    try (var export = WorldExport.read(world.directory(), world.wall)) {
      export.writeHistory(out);
    }
    assertThat(out.toString().lines())
        .startsWith(HEADER.strip() + ",picks,box_out_seconds,carrier_seconds,places")
        .anyMatch(line -> line.startsWith("T1,S-T1,LCL,1,,,,,port:P1:4,1,6.600000,"))
        .contains("T3,\"S,3\",\"serum \"\"A\"\"\",7,D2,D2-R12,3,J10,,0,0.000000,0.000000,0");
  }

  @Test
  void printsATubeThatWasPutBackWhereItStands() throws IOException {
    world.perform("picker-1", new MoveTo("D1"));
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 2),
        new PlaceTube("D1-R01", 2, "B7", "T2"),
        new LowerRack("D1-R01"));
    assertThat(world.export()).contains("T2,S-T2,LCL,1,D1,D1-R01,2,B7,\n");
  }

  @Test
  void tellsTheTruthOfTheMomentFromTheClockAnchorAlone() throws IOException {
    var order = world.order("unload", new Dock("P1"), new Unload("P1", 5, "T2"));
    world.submit("picker-1", order);
    world.kill();
    assertThat(world.export()).contains("picker:picker-1");
    // Dock 3, unload 2: at speed 60 that is 84 ms of the wall.
    world.wall.pass(Duration.ofMillis(84));
    assertThat(world.export()).contains("port:P1:5");
  }

  @Test
  void tellsWhatEveryRobotIsDoing() {
    var place = new PlaceTube("D1-R01", 1, "A2", "T2");
    world.perform("picker-1", new MoveTo("D1"));
    world.submit(
        "picker-1", world.order("back", new LiftRack("D1-R01", 1), place, new LowerRack("D1-R01")));
    assertThat(robot().step()).contains(new LiftRack("D1-R01", 1));
    // Lift 0.6 and settle 2, place 4: at speed 60 they end after 44 ms and 110 ms of the wall.
    world.wall.pass(Duration.ofMillis(80));
    assertThat(robot().step()).contains(place);
    assertThat(robot().carrier()).containsExactly("T2");
    world.wall.pass(Duration.ofSeconds(1));
    assertThat(robot())
        .isEqualTo(new RobotTruth("picker-1", List.of(), Optional.empty(), Optional.empty()));
    assertThat(world.truth("T2").places()).isEqualTo(1);
    assertThat(world.truth("T2").picks()).isEqualTo(1);
  }

  private RobotTruth robot() {
    try (var export = WorldExport.read(world.directory(), world.wall)) {
      return export.robots().get(0);
    }
  }

  @Test
  void engineTimeGoesOnAtTheSpeedOfTheLastOpening() {
    world.kill();
    var stopped = at();
    var slow = new ClockAnchor(world.wall.instant(), stopped, 2);
    var settings = new WorldSettings(TestStore.store(), slow, 7, 0);
    var time = new EngineTime(slow.clock(world.wall), world.wall, 2);
    StoreWorld.open(world.directory(), settings, time).close();
    world.wall.pass(Duration.ofSeconds(10));
    assertThat(at()).isEqualTo(stopped.plusSeconds(20));
  }

  private Instant at() {
    try (var export = WorldExport.read(world.directory(), world.wall)) {
      return export.at();
    }
  }

  @Test
  void tellsEveryTubeOnceByBarcodeHoweverManyFitIntoMemory() {
    world.world().load("import-2", RandomOrders.tubes());
    var truth = world.world().truth();
    assertThat(truth).hasSizeGreaterThan(20);
    for (var atOnce = 1; atOnce <= truth.size() + 1; atOnce++) {
      assertThat(inParts(atOnce)).containsExactlyElementsOf(truth);
    }
  }

  private List<TubeTruth> inParts(int tubesAtOnce) {
    try (var log = WorldLog.look(world.directory())) {
      var state = new WorldState(log::record);
      log.read(state::take);
      state.advance(state.anchor().orElseThrow().clock(world.wall).instant());
      var parts = new TruthByBarcode(state, tubesAtOnce);
      var tubes = new ArrayList<TubeTruth>();
      for (var part = 0; part < parts.parts(); part++) {
        assertThat(parts.part(part)).hasSizeBetween(1, tubesAtOnce);
        tubes.addAll(parts.part(part));
      }
      return tubes;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void refusesADirectoryWithoutAWorld(@TempDir Path empty) {
    assertThatThrownBy(() -> WorldExport.read(empty, world.wall))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("world.log");
  }
}
