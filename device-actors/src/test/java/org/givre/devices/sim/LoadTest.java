package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.devices.driver.MotionStep.Dock;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.Unload;
import org.givre.plans.store.TubeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
  private static final LoadedTube T1 = TestStore.tube("T1", "D1-R01", 1, "A1");
  private static final LoadedTube T2 = TestStore.tube("T2", "D1-R01", 1, "A2");

  private TestWorld world;

  @BeforeEach
  void twoTubes(@TempDir Path directory) {
    world = TestWorld.exact(directory);
    assertThat(load("import-1", T1, T2)).isEqualTo(new LoadAnswer.Loaded(2, 0));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private LoadAnswer load(String importId, LoadedTube... tubes) {
    return world.world().load(importId, List.of(tubes));
  }

  private String conflict(LoadedTube... tubes) {
    var before = world.world().truth();
    var refused = (LoadAnswer.Refused) load("import-2", tubes);
    assertThat(world.world().truth()).isEqualTo(before);
    assertThat(refused.conflicts()).hasSize(1);
    return refused.conflicts().get(0);
  }

  @Test
  void anImportMayBeRepeatedAndContinued() {
    var more = TestStore.tube("T3", "D2-R01", 3, "J10");
    assertThat(load("import-1", T1, T2)).isEqualTo(new LoadAnswer.Loaded(0, 2));
    assertThat(load("import-1", T1, T2, more)).isEqualTo(new LoadAnswer.Loaded(1, 2));
    assertThat(load("import-2", T1)).isEqualTo(new LoadAnswer.Loaded(0, 1));
  }

  @Test
  void aRepeatedImportDoesNotBringBackATubeThatHasGone() {
    carryT1ToThePort();
    world.kill();
    world.reopen();
    assertThat(load("import-1", T1, T2)).isEqualTo(new LoadAnswer.Loaded(0, 2));
    assertThat(world.truth("T1").place()).isEqualTo(new TubePlace.AtPort("P1", 1));
  }

  @Test
  void refusesASecondTubeInAWell() {
    assertThat(conflict(TestStore.tube("T3", "D1-R01", 1, "A1"))).contains("T3", "T1 stands there");
    assertThat(
            conflict(
                TestStore.tube("T3", "D1-R01", 2, "A1"), TestStore.tube("T4", "D1-R01", 2, "A01")))
        .contains("T4", "the import puts T3 there too");
  }

  @Test
  void refusesABarcodeInASecondPlace() {
    assertThat(conflict(TestStore.tube("T1", "D1-R01", 2, "A1"))).contains("T1", "already");
    assertThat(
            conflict(
                TestStore.tube("T3", "D1-R01", 2, "A1"), TestStore.tube("T3", "D1-R01", 2, "A2")))
        .contains("T3", "twice");
  }

  @Test
  void refusesAPlaceThatTheStoreDoesNotHave() {
    assertThat(conflict(TestStore.tube("T3", "D9-R01", 1, "A1"))).contains("no rack \"D9-R01\"");
    assertThat(conflict(TestStore.tube("T3", "D1-R01", 4, "A1"))).contains("levels 1 to 3");
    assertThat(conflict(TestStore.tube("T3", "D1-R01", 1, "K1"))).contains("no well K1");
  }

  @Test
  void refusesAWellThatARobotIsAboutToFill() {
    world.perform("picker-1", new MoveTo("D1"));
    world.submit(
        "picker-1",
        world.order(
            "move",
            new LiftRack("D1-R01", 1),
            new PickTube("D1-R01", 1, "A1", "T1"),
            new PlaceTube("D1-R01", 1, "J10", "T1"),
            new LowerRack("D1-R01")));
    assertThat(conflict(TestStore.tube("T3", "D1-R01", 1, "J10"))).contains("about to place");
    world.pass(600);
    assertThat(world.truth("T1").place())
        .isEqualTo(new TubePlace.InRack("D1", TestStore.position("D1-R01", 1, "J10")));
  }

  @Test
  void takesBackATubeOnceItWasTakenAwayFromThePort() {
    carryT1ToThePort();
    assertThat(conflict(TestStore.tube("T1", "D1-R01", 2, "A1"))).contains("AtPort");
    world.pass(60);
    assertThat(load("import-2", TestStore.tube("T1", "D1-R01", 2, "A1")))
        .isEqualTo(new LoadAnswer.Loaded(1, 0));
    assertThat(world.truth("T1").place()).isInstanceOf(TubePlace.InRack.class);
    assertThat(world.truth("T1").picks()).isEqualTo(1);
  }

  private void carryT1ToThePort() {
    world.perform("picker-1", new MoveTo("D1"));
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 1),
        new PickTube("D1-R01", 1, "A1", "T1"),
        new LowerRack("D1-R01"));
    world.perform("picker-1", new MoveTo("P1"));
    world.submit("picker-1", world.order("unload", new Dock("P1"), new Unload("P1", 1, "T1")));
    world.pass(5);
  }

  @Test
  void namesNoMoreConflictsThanAnyoneReads() {
    var many =
        IntStream.range(0, 200)
            .mapToObj(number -> TestStore.tube("X" + number, "D1-R01", 1, "A1"))
            .toList();
    var refused = (LoadAnswer.Refused) world.world().load("import-2", many);
    assertThat(refused.conflicts()).hasSize(LoadAnswer.MOST_CONFLICTS);
  }

  @Test
  void aLargeImportOutlivesTheProcess() {
    var many =
        IntStream.range(0, 3 * 10 * 10 * 11)
            .mapToObj(
                number ->
                    TestStore.tube(
                        "N%05d".formatted(number),
                        "D2-R%02d".formatted(1 + number / 300),
                        1 + number / 100 % 3,
                        (char) ('A' + number / 10 % 10) + Integer.toString(1 + number % 10)))
            .toList();
    assertThat(world.world().load("import-2", many)).isEqualTo(new LoadAnswer.Loaded(3300, 0));
    var before = world.world().truth();
    world.kill();
    world.reopen();
    assertThat(world.world().truth()).isEqualTo(before);
    assertThat(before).extracting(truth -> truth.tube().id()).contains(new TubeId("N03299"));
  }
}
