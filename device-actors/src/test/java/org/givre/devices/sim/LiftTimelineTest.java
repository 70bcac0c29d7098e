package org.givre.devices.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.Ended;
import org.givre.devices.driver.DriverEvent.StepDone;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.MotionStep.Dock;
import org.givre.devices.driver.MotionStep.ExtractBox;
import org.givre.devices.driver.MotionStep.InsertBox;
import org.givre.devices.driver.MotionStep.LiftRack;
import org.givre.devices.driver.MotionStep.LowerRack;
import org.givre.devices.driver.MotionStep.MoveTo;
import org.givre.devices.driver.MotionStep.PickTube;
import org.givre.devices.driver.MotionStep.PlaceTube;
import org.givre.devices.driver.MotionStep.RotateTo;
import org.givre.devices.driver.MotionStep.Unload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of {@code planning.md}, section 11, order by order. */
class LiftTimelineTest {
  private TestWorld world;

  @BeforeEach
  void theExamplesTubes(@TempDir Path directory) {
    world = TestWorld.exact(directory);
    world.load(
        TestStore.tube("T0", "D1-R01", 1, "A1"),
        TestStore.tube("bystander-R01-1", "D1-R01", 1, "A2"),
        TestStore.tube("bystander-R01-2", "D1-R01", 2, "A2"),
        TestStore.tube("T2", "D1-R11", 2, "A1"),
        TestStore.tube("T3", "D1-R11", 2, "A2"),
        TestStore.tube("bystander-R11-1", "D1-R11", 1, "A1"),
        TestStore.tube("bystander-R11-2", "D1-R11", 2, "A3"),
        TestStore.tube("bystander-R11-3", "D1-R11", 3, "A1"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theWholeExampleTakesTheTimesThatPlanningSays() {
    // Travel 2 + 0.9 / 0.6, then lift 1 from 3.5 to 15.7.
    world.submit("picker-1", world.order("go", new MoveTo("D1")));
    world.pass(3.5);
    assertThat(end("go")).isEqualTo(3.5);
    world.submit(
        "picker-1",
        world.order(
            "lift-1",
            new RotateTo("D1", 0),
            new LiftRack("D1-R01", 1),
            new PickTube("D1-R01", 1, "A1", "T0"),
            new LowerRack("D1-R01")));
    world.pass(12.2);
    assertThat(pickEnd("lift-1", 2)).isEqualTo(13.1);
    assertThat(end("lift-1")).isEqualTo(15.7);

    park();
    assertThat(pickEnd("lift-2", 4)).isEqualTo(32.7);
    assertThat(pickEnd("lift-2", 5)).isEqualTo(37.7);
    assertThat(end("lift-2")).isEqualTo(47.1);

    // Travel 4; the unload waits until 52.
    world.submit("picker-1", world.order("go-2", new MoveTo("P1")));
    world.pass(4);
    assertThat(end("go-2")).isEqualTo(51.1);
    world.pass(0.9);
    world.submit(
        "picker-1",
        world.order(
            "unload",
            new Dock("P1"),
            new Unload("P1", 1, "T2"),
            new Unload("P1", 2, "T3"),
            new Unload("P1", 3, "T0")));
    world.pass(9);
    assertThat(end("unload")).isEqualTo(61);
    assertThat(world.truth("T0").place()).isEqualTo(new TubePlace.AtPort("P1", 3));
  }

  private void park() {
    world.submit(
        "picker-1",
        world.order(
            "lift-2",
            new RotateTo("D1", 10),
            new LiftRack("D1-R11", 2),
            new ExtractBox("D1-R11", 2),
            new LowerRack("D1-R11"),
            new PickTube("D1-R11", 2, "A1", "T2"),
            new PickTube("D1-R11", 2, "A2", "T3"),
            new LiftRack("D1-R11", 2),
            new InsertBox("D1-R11", 2),
            new LowerRack("D1-R11")));
    world.pass(31.4);
  }

  @Test
  void everyBoxIsOutsideAsLongAsPlanningSays() {
    theWholeExampleTakesTheTimesThatPlanningSays();
    assertThat(boxOut("bystander-R01-1")).isEqualTo(7.2, within(1e-6));
    assertThat(boxOut("bystander-R01-2")).isZero();
    assertThat(boxOut("bystander-R11-1")).isEqualTo(14.8, within(1e-6));
    assertThat(boxOut("bystander-R11-2")).isEqualTo(23.6, within(1e-6));
    assertThat(boxOut("bystander-R11-3")).isZero();
    // tau + settle + pick; the second of the parked ones: tau + settle + eject + 2 tau + 2 picks.
    assertThat(boxOut("T0")).isEqualTo(6.6, within(1e-6));
    assertThat(boxOut("T3")).isEqualTo(16.8, within(1e-6));
    assertThat(world.truth("T2").carrierSeconds()).isEqualTo(22.3 + 2, within(1e-6));
  }

  @Test
  void aPutBackTakesTheTimesThatPlanningSays() {
    pickTwo();
    var before = List.of(world.truth("T2"), world.truth("bystander-R11-1"));
    world.submit(
        "picker-1",
        world.order(
            "back",
            new RotateTo("D1", 10),
            new LiftRack("D1-R11", 2),
            new PlaceTube("D1-R11", 2, "A1", "T2"),
            new LiftRack("D1-R11", 1),
            new PlaceTube("D1-R11", 1, "A1", "bystander-R11-1"),
            new LowerRack("D1-R11")));
    world.pass(17.4);
    // Grip 3, 2 tau, settle, place 4; tau, settle, place 4; tau, release 2.
    assertThat(motions("back").map(Motion::kind))
        .containsExactly(
            Kind.GRIP,
            Kind.MOVE,
            Kind.SETTLE,
            Kind.PLACE,
            Kind.MOVE,
            Kind.SETTLE,
            Kind.PLACE,
            Kind.MOVE,
            Kind.RELEASE);
    assertThat(seconds("back")).isEqualTo(17.4, within(1e-6));
    for (var then : before) {
      var now = world.truth(then.tube().id().value());
      assertThat(now.place()).isInstanceOf(TubePlace.InRack.class);
      assertThat(now.picks()).isEqualTo(1);
      assertThat(now.places()).isEqualTo(1);
      assertThat(now.boxOutSeconds() - then.boxOutSeconds()).isEqualTo(0.6, within(1e-6));
    }
    // A bystander of both lifts: 2 tau, settle and pick at 1 and 2; the same with places.
    assertThat(boxOut("bystander-R11-2")).isEqualTo(1.2 + 6 + 1.2 + 5, within(1e-6));
  }

  /** One tube of level 1 and one of level 2 into the carrier, then perhaps more. */
  private void pickTwo(MotionStep... more) {
    world.perform("picker-1", new MoveTo("D1"));
    var lift =
        Stream.of(
            new RotateTo("D1", 10),
            new LiftRack("D1-R11", 1),
            new PickTube("D1-R11", 1, "A1", "bystander-R11-1"),
            new LiftRack("D1-R11", 2),
            new PickTube("D1-R11", 2, "A1", "T2"));
    world.perform(
        "picker-1",
        Stream.of(lift, Stream.of(more), Stream.of(new LowerRack("D1-R11")))
            .flatMap(steps -> steps)
            .toArray(MotionStep[]::new));
  }

  @Test
  void aRackIsSettledOnlyWhereItsLevelChanges() {
    pickTwo(new LiftRack("D1-R11", 2), new PickTube("D1-R11", 2, "A2", "T3"));
    assertThat(motions("order-2").map(Motion::kind))
        .containsExactly(
            Kind.ROTATE,
            Kind.GRIP,
            Kind.MOVE,
            Kind.SETTLE,
            Kind.PICK,
            Kind.MOVE,
            Kind.SETTLE,
            Kind.PICK,
            Kind.PICK,
            Kind.MOVE,
            Kind.RELEASE);
    assertThat(motions("order-2").filter(motion -> motion.kind() == Kind.MOVE))
        .extracting(Motion::from, Motion::to)
        .containsExactly(tuple(0, 1), tuple(1, 2), tuple(2, 0));
    // x_1: 2 tau + (settle + p) at level 1, 2 tau + settle + 2 p at level 2.
    assertThat(boxOut("bystander-R11-1")).isEqualTo(0.6 + 1 + 5, within(1e-6));
    assertThat(boxOut("bystander-R11-2")).isEqualTo(1.2 + 1 + 10, within(1e-6));
  }

  @Test
  void theCarouselTakesTheShorterWayAndStaysWhereItIs() {
    world.perform("picker-1", new MoveTo("D1"));
    world.perform("picker-1", new RotateTo("D1", 7));
    world.perform("picker-1", new RotateTo("D1", 1));
    world.perform("picker-1", new RotateTo("D1", 1));
    assertThat(seconds("order-2")).isEqualTo(5 * 0.8, within(1e-6));
    assertThat(seconds("order-3")).isEqualTo(6 * 0.8, within(1e-6));
    assertThat(motions("order-4")).isEmpty();
  }

  private Stream<Motion> motions(String order) {
    return world.events.stream()
        .filter(event -> event.orderId().equals(order))
        .flatMap(LiftTimelineTest::motions);
  }

  private static Stream<Motion> motions(DriverEvent event) {
    if (event instanceof StepDone done) {
      return done.motions().stream();
    }
    return event instanceof Ended ended ? ended.motions().stream() : Stream.of();
  }

  private double seconds(String order) {
    return motions(order)
        .mapToDouble(motion -> world.seconds(motion.end()) - world.seconds(motion.start()))
        .sum();
  }

  private double boxOut(String tube) {
    return world.truth(tube).boxOutSeconds();
  }

  private double pickEnd(String order, int step) {
    var done =
        world.events.stream()
            .filter(event -> event.orderId().equals(order) && event instanceof StepDone)
            .map(StepDone.class::cast)
            .filter(event -> event.step() == step)
            .findFirst()
            .orElseThrow();
    assertThat(done.outcome()).isEqualTo(TubeOutcome.DONE);
    return world.seconds(done.motions().get(done.motions().size() - 1).end());
  }

  /** When {@code order} ended; it must have been reported by now. */
  private double end(String order) {
    return world.events.stream()
        .filter(event -> event.orderId().equals(order) && event instanceof Ended)
        .map(Ended.class::cast)
        .mapToDouble(event -> world.seconds(event.at()))
        .findFirst()
        .orElseThrow();
  }
}
