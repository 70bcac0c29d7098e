package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.givre.devices.driver.DriverEvent.Ended;
import org.givre.devices.driver.DriverEvent.OrderOutcome;
import org.givre.devices.driver.DriverEvent.StepDone;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion;
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

/** What the robot finds is the world's truth, whatever the order says. */
class OutcomeTest {
  private TestWorld world;

  @BeforeEach
  void twoTubes(@TempDir Path directory) {
    world = TestWorld.exact(directory);
    world.load(TestStore.tube("T1", "D1-R01", 1, "A1"), TestStore.tube("T2", "D1-R01", 1, "A2"));
    world.perform("picker-1", new MoveTo("D1"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<StepDone> reported(String order) {
    return world.events.stream()
        .filter(event -> event.orderId().equals(order) && event instanceof StepDone)
        .map(StepDone.class::cast)
        .toList();
  }

  private static Motion last(StepDone done) {
    return done.motions().get(done.motions().size() - 1);
  }

  @Test
  void anEmptyWellAndAnotherTubeAreReportedAndTheOrderGoesOn() {
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 1),
        new PickTube("D1-R01", 1, "J10", "T9"),
        new PickTube("D1-R01", 1, "A2", "T8"),
        new PickTube("D1-R01", 1, "A1", "T1"),
        new LowerRack("D1-R01"));
    var done = reported("order-2");
    assertThat(done)
        .extracting(StepDone::outcome)
        .containsExactly(TubeOutcome.EMPTY, TubeOutcome.MISMATCH, TubeOutcome.DONE);
    assertThat(done).extracting(report -> last(report).tube()).containsExactly("", "", "T1");
    assertThat(done).extracting(report -> last(report).kind()).containsOnly(Motion.Kind.PICK);
    assertThat(world.truth("T1").place()).isEqualTo(new TubePlace.InCarrier("picker-1"));
    assertThat(world.truth("T2").place()).isInstanceOf(TubePlace.InRack.class);
    assertThat(world.truth("T2").picks()).isZero();
    var ended = (Ended) world.events.get(world.events.size() - 1);
    assertThat(ended.outcome()).isEqualTo(OrderOutcome.SUCCEEDED);
    assertThat(ended.motions())
        .extracting(Motion::kind)
        .containsExactly(Motion.Kind.MOVE, Motion.Kind.RELEASE);
  }

  @Test
  void aTubeThatWasNotFoundCannotBeUnloadedInTheSameOrder() {
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 1),
        new PickTube("D1-R01", 1, "J10", "T9"),
        new PickTube("D1-R01", 1, "A1", "T1"),
        new LowerRack("D1-R01"),
        new MoveTo("P1"),
        new Dock("P1"),
        new Unload("P1", 1, "T9"),
        new Unload("P1", 2, "T1"));
    assertThat(reported("order-2"))
        .extracting(StepDone::outcome)
        .containsExactly(TubeOutcome.EMPTY, TubeOutcome.DONE, TubeOutcome.EMPTY, TubeOutcome.DONE);
    assertThat(reported("order-2").get(2).motions())
        .extracting(Motion::kind)
        .endsWith(Motion.Kind.DOCK);
    assertThat(world.truth("T1").place()).isEqualTo(new TubePlace.AtPort("P1", 2));
  }

  @Test
  void aWellThatIsTakenKeepsItsTubeAndTheCarrierTheOther() {
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 1),
        new PickTube("D1-R01", 1, "A1", "T1"),
        new PlaceTube("D1-R01", 1, "A2", "T1"),
        new PlaceTube("D1-R01", 1, "A1", "T1"),
        new PickTube("D1-R01", 1, "A1", "T1"),
        new LowerRack("D1-R01"));
    assertThat(reported("order-2"))
        .extracting(StepDone::outcome)
        .containsExactly(
            TubeOutcome.DONE, TubeOutcome.MISMATCH, TubeOutcome.DONE, TubeOutcome.DONE);
    assertThat(world.truth("T1").picks()).isEqualTo(2);
    assertThat(world.truth("T1").place()).isEqualTo(new TubePlace.InCarrier("picker-1"));
    assertThat(world.truth("T2").place()).isInstanceOf(TubePlace.InRack.class);
  }

  @Test
  void aTubeThatWasNeverPickedIsNotPlaced() {
    world.perform(
        "picker-1",
        new LiftRack("D1-R01", 1),
        new PickTube("D1-R01", 1, "J10", "T9"),
        new PlaceTube("D1-R01", 1, "J9", "T9"),
        new LowerRack("D1-R01"));
    assertThat(reported("order-2"))
        .extracting(StepDone::outcome)
        .containsExactly(TubeOutcome.EMPTY, TubeOutcome.EMPTY);
    assertThat(reported("order-2").get(1).motions()).isEmpty();
  }
}
