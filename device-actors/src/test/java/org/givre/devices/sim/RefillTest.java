package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.givre.devices.driver.MotionStep.Dock;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.Unload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes that people fill again and again, with robots and kills in between. */
class RefillTest {
  private static final String RACK = "D1-R01";

  private TestWorld world;
  private Path directory;

  @BeforeEach
  void open(@TempDir Path directory) {
    this.directory = directory;
    world = TestWorld.exact(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private LoadAnswer load(String importId, LoadedTube... tubes) {
    return world.world().load(importId, List.of(tubes));
  }

  private static LoadedTube tube(String barcode, String well) {
    return TestStore.tube(barcode, RACK, 1, well);
  }

  /** Takes a tube out of its well and puts it into another. */
  private void shift(String barcode, String from, String to) {
    world.perform("picker-1", new MoveTo("D1"));
    world.perform(
        "picker-1",
        new LiftRack(RACK, 1),
        new PickTube(RACK, 1, from, barcode),
        new PlaceTube(RACK, 1, to, barcode),
        new LowerRack(RACK));
  }

  private void checkReopened() {
    var before = world.world().truth();
    world.reopenWithoutLoss();
    assertThat(world.world().truth()).isEqualTo(before);
  }

  @Test
  void aBoxThatIsFilledAgainKeepsWhatStandsThere() {
    load("import-1", tube("T1", "A1"), tube("T2", "A2"));
    load("import-2", tube("T3", "A3"));
    assertThat(world.world().truth()).extracting(t -> t.tube().id().value()).hasSize(3);
    checkReopened();
    assertThat(load("import-1", tube("T1", "A1"))).isEqualTo(new LoadAnswer.Loaded(0, 1));
    assertThat(load("import-9", tube("T2", "A2"))).isEqualTo(new LoadAnswer.Loaded(0, 1));
  }

  @Test
  void aTubeThatComesLaterWasNotWarmWithTheOthers() {
    load("import-1", tube("T1", "A1"), tube("T2", "A2"));
    shift("T1", "A1", "B1");
    load("import-2", tube("T3", "A3"));
    assertThat(world.truth("T2").boxOutSeconds()).isGreaterThan(1);
    assertThat(world.truth("T3").boxOutSeconds()).isZero();
    var lift = world.truth("T2").boxOutSeconds();
    shift("T1", "B1", "C1");
    checkReopened();
    assertThat(world.truth("T3").boxOutSeconds()).isLessThan(lift + 2);
    assertThat(world.truth("T2").boxOutSeconds())
        .isEqualTo(lift + world.truth("T3").boxOutSeconds());
  }

  @Test
  void theWellOfATubeThatHasLeftCanBeFilledAndTheTubeComesBackElsewhere() {
    load("import-1", tube("T1", "A1"), tube("T2", "A2"));
    world.perform("picker-1", new MoveTo("D1"));
    world.perform(
        "picker-1", new LiftRack(RACK, 1), new PickTube(RACK, 1, "A1", "T1"), new LowerRack(RACK));
    world.perform("picker-1", new MoveTo("P1"), new Dock("P1"), new Unload("P1", 1, "T1"));
    assertThat(load("import-2", tube("T3", "A1"), tube("T1", "B1")))
        .isEqualTo(new LoadAnswer.Loaded(2, 0));
    checkReopened();
    assertThat(load("import-3", tube("T4", "A1"))).isInstanceOf(LoadAnswer.Refused.class);
    assertThat(load("import-3", tube("T4", "B1"))).isInstanceOf(LoadAnswer.Refused.class);
    shift("T3", "A1", "J10");
    shift("T1", "B1", "A1");
    checkReopened();
    assertThat(world.truth("T1").picks()).isEqualTo(2);
  }

  @Test
  void aLoadThatAKillTookApartIsContinued() throws IOException {
    var tubes = fullStore().subList(0, 1_000);
    world.world().load("import-1", tubes);
    var whole = world.world().truth();
    world.kill();
    var log = directory.resolve("world.log");
    try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
      file.truncate(Files.size(log) * 2 / 3);
    }
    world.reopen();
    var left = world.world().truth();
    assertThat(left).isNotEmpty().hasSizeLessThan(1_000);
    assertThat(whole).containsAll(left);
    assertThat(world.world().load("import-1", tubes))
        .isEqualTo(new LoadAnswer.Loaded(1_000 - left.size(), left.size()));
    assertThat(world.world().truth()).isEqualTo(whole);
    checkReopened();
  }

  /** More than the index of barcodes first has room for. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noBarcodeComesTwiceHoweverManyThereAre(long seed) {
    var chance = new SplittableRandom(seed);
    var tubes = fullStore();
    var parts = new ArrayList<List<LoadedTube>>();
    for (var from = 0; from < tubes.size(); from += 1_000) {
      parts.add(tubes.subList(from, Math.min(from + 1_000, tubes.size())));
    }
    for (var part : parts) {
      assertThat(world.world().load("import-" + parts.indexOf(part), part))
          .as("seed %d", seed)
          .isEqualTo(new LoadAnswer.Loaded(part.size(), 0));
      if (chance.nextInt(3) == 0) {
        world.reopenWithoutLoss();
      }
    }
    var again = tubes.get(chance.nextInt(tubes.size()));
    var elsewhere = TestStore.tube(again.tube().id().value(), "D2-R12", 3, "J10");
    var refused = (LoadAnswer.Refused) load("import-x", elsewhere);
    assertThat(refused.conflicts().get(0)).as("seed %d", seed).contains("already in the world");
  }

  /** All wells but those of the last box. */
  private static List<LoadedTube> fullStore() {
    var tubes = new ArrayList<LoadedTube>();
    for (var box = 0; box < 24 * TestStore.LEVELS - 1; box++) {
      var rack = "D%d-R%02d".formatted(1 + box / 36, 1 + box / 3 % 12);
      for (var well = 0; well < 100; well++) {
        var label = (char) ('A' + well / 10) + Integer.toString(1 + well % 10);
        tubes.add(TestStore.tube("N%05d".formatted(tubes.size()), rack, 1 + box % 3, label));
      }
    }
    return tubes;
  }

  @Test
  void aLogOfAnOlderVersionTellsTheSame() {
    load("import-1", tube("T1", "A1"), tube("T2", "A2"), tube("T3", "A3"));
    world.close();
    var old = directory.resolve("old");
    writeAsBefore(old, tube("T1", "A1"), tube("T2", "A2"), tube("T3", "A3"));
    var truth = lived(directory);
    assertThat(lived(old)).hasSize(4).isEqualTo(truth);
    world = TestWorld.exact(directory);
  }

  private static void writeAsBefore(Path directory, LoadedTube... tubes) {
    var written = List.of(tubes).stream().map(tube -> WorldRecords.tube(tube, "D1")).toList();
    try (var log = WorldLog.open(directory)) {
      log.replay((at, record) -> {});
      var record =
          WorldRecords.at(Instant.EPOCH)
              .setTubesLoaded(WorldRecords.loaded("import-1", written))
              .build();
      log.append(List.of(record), (at, taken) -> {});
    }
  }

  private List<TubeTruth> lived(Path directory) {
    world = TestWorld.exact(directory);
    assertThat(load("import-1", tube("T2", "A2"))).isEqualTo(new LoadAnswer.Loaded(0, 1));
    shift("T1", "A1", "B1");
    load("import-2", tube("T4", "A1"));
    shift("T3", "A3", "B3");
    checkReopened();
    var truth = world.world().truth();
    world.close();
    return truth;
  }
}
