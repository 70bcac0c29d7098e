package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.Ended;
import org.givre.devices.driver.DriverEvent.Started;
import org.givre.devices.driver.DriverEvent.StepDone;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine dies in the middle of a lift: grip 3, move 0.6, settle 1, then picks of 5 each. */
class KillTest {
  private static final double FIRST_PICK_ENDS = 9.6;
  private static final double LIFT_ENDS = 27.2;

  private TestWorld world;
  private MotionOrder lift;

  @BeforeEach
  void aLiftIsUnderWay(@TempDir Path directory) {
    world = new TestWorld(directory, 60, 0);
    world.load(
        TestStore.tube("T1", "D1-R01", 1, "A1"),
        TestStore.tube("T2", "D1-R01", 1, "A2"),
        TestStore.tube("T3", "D1-R01", 2, "A1"));
    world.perform("picker-1", new MoveTo("D1"));
    lift =
        world.order(
            "lift",
            new LiftRack("D1-R01", 1),
            new PickTube("D1-R01", 1, "A1", "T1"),
            new PickTube("D1-R01", 1, "A2", "T2"),
            new LiftRack("D1-R01", 2),
            new PickTube("D1-R01", 2, "A1", "T3"),
            new LowerRack("D1-R01"));
    assertThat(world.submit("picker-1", lift)).isEqualTo(new Submission.Accepted());
    world.pass(FIRST_PICK_ENDS + 1);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void reportsBeforeTheKillComeWhenTheirTimeHasCome() {
    assertThat(kinds(eventsOf("lift"))).containsExactly(Started.class, StepDone.class);
    assertThat(world.truth("T1").place()).isEqualTo(new TubePlace.InCarrier("picker-1"));
    assertThat(world.truth("T2").place()).isInstanceOf(TubePlace.InRack.class);
  }

  @Test
  void theRobotGoesOnWhileNobodyIsThere() {
    world.kill();
    world.pass(5);
    world.reopen();
    assertThat(world.truth("T2").place()).isEqualTo(new TubePlace.InCarrier("picker-1"));
    var status = (OrderStatus.Running) world.status("picker-1", "lift");
    assertThat(kinds(status.reports()))
        .containsExactly(Started.class, StepDone.class, StepDone.class);
    assertThat(world.events).isEmpty();

    world.pass(LIFT_ENDS);
    assertThat(kinds(eventsOf("lift"))).containsExactly(StepDone.class, Ended.class);
    var over = (OrderStatus.Over) world.status("picker-1", "lift");
    assertThat(over.reports()).hasSize(5).endsWith(world.events.toArray(DriverEvent[]::new));
  }

  @Test
  void aLiftThatEndedInTheMeantimeIsOver() {
    world.kill();
    world.pass(1000);
    world.reopen();
    assertThat(world.status("picker-1", "lift")).isInstanceOf(OrderStatus.Over.class);
    var snapshot = world.driver("picker-1").snapshot().toCompletableFuture().join();
    assertThat(snapshot.carrier()).containsExactly("T1", "T2", "T3");
    assertThat(snapshot.station()).isEqualTo("D1");
    assertThat(snapshot.runningOrder()).isEmpty();
    assertThat(world.truth("T1").boxOutSeconds()).isEqualTo(6.6);
    world.pass(1000);
    assertThat(world.events).isEmpty();
  }

  @Test
  void theSameOrderAgainIsADuplicateAndMovesNothing() {
    var before = (OrderStatus.Running) world.status("picker-1", "lift");
    assertThat(world.submit("picker-1", lift)).isEqualTo(new Submission.Duplicate(before));
    world.kill();
    world.pass(1000);
    world.reopen();
    assertThat(world.submit("picker-1", lift))
        .isEqualTo(new Submission.Duplicate(world.status("picker-1", "lift")));
    world.pass(1000);
    assertThat(world.world().truth()).extracting(TubeTruth::picks).containsOnly(1);
  }

  @Test
  void anOrderThatWasNotWrittenToItsEndWasNeverTaken() throws IOException {
    world.kill();
    tear(5);
    world.reopen();
    assertThat(world.status("picker-1", "lift")).isEqualTo(new OrderStatus.Unknown());
    assertThat(world.world().truth()).extracting(TubeTruth::picks).containsOnly(0);
    assertThat(world.submit("picker-1", lift)).isEqualTo(new Submission.Accepted());
    world.pass(LIFT_ENDS);
    assertThat(world.world().truth()).extracting(TubeTruth::picks).containsOnly(1);
  }

  @Test
  void aClockThatGoesBackDoesNotUndoWhatWasDone() {
    world.pass(5);
    var truth = world.world().truth();
    var status = world.status("picker-1", "lift");
    world.wall.pass(Duration.ofHours(-1));
    assertThat(world.world().truth()).isEqualTo(truth);
    assertThat(world.status("picker-1", "lift")).isEqualTo(status);
  }

  private void tear(int bytes) throws IOException {
    var log = world.directory().resolve("world.log");
    try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
      file.truncate(Files.size(log) - bytes);
    }
  }

  private List<DriverEvent> eventsOf(String order) {
    return world.events.stream().filter(event -> event.orderId().equals(order)).toList();
  }

  private static List<Class<?>> kinds(List<DriverEvent> events) {
    return events.stream().<Class<?>>map(Object::getClass).toList();
  }
}
