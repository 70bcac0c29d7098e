package org.givre.devices.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.givre.devices.picker.PickerBench.A;
import static org.givre.devices.picker.PickerBench.B;
import static org.givre.devices.picker.PickerBench.JOB;
import static org.givre.devices.picker.PickerBench.RACK;
import static org.givre.devices.picker.PickerBench.START;
import static org.givre.devices.picker.PickerBench.back;
import static org.givre.devices.picker.PickerBench.lift;
import static org.givre.devices.picker.PickerBench.pick;
import static org.givre.devices.picker.PickerBench.place;
import static org.givre.devices.picker.PickerBench.unload;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Refusals;
import org.givre.devices.action.Service;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.journal.Cause;
import org.givre.devices.picker.PickerCommand.Carried;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerEvent.EpochStarted;
import org.givre.devices.picker.PickerEvent.OrderAccepted;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.PickerActed;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TaskConcluded;
import org.givre.devices.picker.PickerEvent.TaskRecalled;
import org.givre.devices.picker.PickerEvent.TaskTaken;
import org.givre.devices.picker.PickerEvent.TubeMissed;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerEvent.TubeUnloaded;
import org.givre.devices.picker.PickerNotice.MissedRequest;
import org.givre.devices.picker.PickerNotice.Refusal;
import org.givre.devices.picker.PickerNotice.ServedRequest;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.picker.PickerNotice.TaskRefused;
import org.givre.devices.picker.PickerNotice.WorkStarted;
import org.givre.devices.port.PortCommand;
import org.givre.devices.port.PortEvent.ReceivedTube;
import org.givre.devices.rack.RackCommand;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.devices.rack.RackEvent.MissedTube;
import org.givre.devices.rack.RackEvent.Standing;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PickerTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());

  private PickerBench bench;

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @BeforeEach
  void aPickerThatHasDoneNothing() {
    bench = new PickerBench(AKKA);
  }

  @Test
  void everyCommandHasItsOwnGroupOfTests() {
    assertThat(Arrays.stream(PickerTest.class.getDeclaredClasses()).map(Class::getSimpleName))
        .containsAll(commands(PickerCommand.class).map(Class::getSimpleName).toList());
  }

  private static Stream<Class<?>> commands(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(c -> c.isSealed() ? commands(c) : Stream.of(c));
  }

  @Nested
  class Take {
    @Test
    void journalsTheTaskAndTheOrderToDriveThereBeforeItIsSent() {
      var task = lift("task-1", pick(A, 1, "A1", 0));
      assertThat(bench.take(task))
          .containsExactly(
              new TaskTaken(task),
              new OrderCreated("order-1", 1, 1, Purpose.TRAVEL, "D1", List.of()));
      var order = bench.order();
      assertThat(order.orderId()).isEqualTo("order-1");
      assertThat(order.epoch()).isEqualTo(1);
      assertThat(order.steps()).containsExactly(new MotionStep.MoveTo("D1"));
    }

    @Test
    void asksForItsTurnAtOnceWhereItStandsThereAlready() {
      liftOf(A);
      conclude("task-1");
      bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
      var next = lift("task-2", pick(B, 1, "A2", 1));
      assertThat(bench.take(next)).containsExactly(new TaskTaken(next));
      assertThat(bench.driver.takeSubmitted()).isEmpty();
      assertThat(bench.dewars.expectMessageClass(DewarCommand.Acquire.class).taskId())
          .isEqualTo("task-2");
    }

    @Test
    void isHarmlessWhenRepeated() {
      var task = lift("task-1", pick(A, 1, "A1", 0));
      bench.take(task);
      assertThat(bench.take(task)).isEmpty();
      assertThat(bench.driver.takeSubmitted()).hasSize(1);
      assertThat(bench.driver.takeAsked()).containsExactly("order-1");
    }

    @Test
    void tellsWhoAsksAgainHowTheTaskEnded() {
      liftOf(A);
      bench.recordLift("task-1", 424.8);
      bench.releaseOpening("task-1");
      bench.notices.expectMessageClass(WorkStarted.class);
      bench.notices.expectMessageClass(PickerNotice.Picked.class);
      var ended = bench.notices.expectMessageClass(TaskEnded.class);
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.notices.expectMessage(ended);
    }

    @Test
    void refusesASecondTask() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      assertThat(bench.take(lift("task-2", pick(B, 1, "A2", 1)))).isEmpty();
      expectRefusal("task-2", Refusal.HAS_ANOTHER_TASK);
    }

    @Test
    void neverDoesAConcludedTaskAgain() {
      liftOf(A);
      conclude("task-1");
      bench.restart();
      bench.notices.receiveSeveralMessages(2);
      assertThat(bench.take(lift("task-1", pick(A, 1, "A1", 0)))).isEmpty();
      expectRefusal("task-1", Refusal.ALREADY_CONCLUDED);
    }

    @Test
    void refusesATaskInFault() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      refuseOrder("order-1");
      conclude("task-1");
      bench.notices.receiveMessage();
      bench.take(lift("task-2", pick(B, 1, "A2", 1)));
      expectRefusal("task-2", Refusal.IN_FAULT);
    }

    @Test
    void refusesADewarOutOfReach() {
      var elsewhere =
          new PickerTask.LiftTask(
              "task-1", new DewarId("D9"), RACK, LiftMode.HOLD, List.of(pick(A, 1, "A1", 0)));
      bench.take(elsewhere);
      expectRefusal("task-1", Refusal.OUT_OF_REACH);
    }

    @Test
    void refusesAPortOutOfReach() {
      liftOf(A);
      conclude("task-1");
      bench.notices.receiveSeveralMessages(2);
      bench.take(new PickerTask.UnloadTask("task-2", new PortId("P2"), List.of(A)));
      expectRefusal("task-2", Refusal.OUT_OF_REACH);
    }

    @Test
    void refusesMoreTubesThanTheCarrierTakes() {
      var picks =
          Stream.of("A1", "A2", "A3", "A4", "A5")
              .map(well -> pick(new TubeId("FD-" + well), 1, well, 0))
              .toArray(PickerTask.TubeToPick[]::new);
      bench.take(lift("task-1", picks));
      expectRefusal("task-1", Refusal.CARRIER_FULL);
    }

    @Test
    void refusesToUnloadWhatItDoesNotCarry() {
      bench.take(unload("task-1", A));
      expectRefusal("task-1", Refusal.NOT_IN_CARRIER);
    }

    @Test
    void refusesToUnloadMoreThanThePortEverTakes() {
      var picks =
          Stream.of("A1", "A2", "A3", "A4")
              .map(well -> pick(new TubeId("FD-" + well), 1, well, 0))
              .toArray(PickerTask.TubeToPick[]::new);
      bench.take(lift("task-1", picks));
      bench.travel();
      bench.grantOpening("task-1");
      var robot = new Robot(bench.order().orderId(), START);
      for (int i = 0; i < picks.length; i++) {
        robot.does(Kind.PICK, 5, 1, picks[i].tube().value());
        bench.report(robot.reports(2 + i, TubeOutcome.DONE));
      }
      bench.report(robot.ends());
      conclude("task-1");
      bench.notices.receiveSeveralMessages(picks.length);
      var tubes = Stream.of(picks).map(PickerTask.TubeToPick::tube).toArray(TubeId[]::new);
      bench.take(unload("task-2", tubes));
      expectRefusal("task-2", Refusal.BUFFER_TOO_SMALL);
    }

    @Test
    void refusesEverythingWhilePaused() {
      liftOf(A);
      conclude("task-1");
      bench.act("pause");
      bench.notices.receiveSeveralMessages(2);
      bench.take(lift("task-2", pick(B, 1, "A2", 1)));
      expectRefusal("task-2", Refusal.OUT_OF_SERVICE);
      bench.take(unload("task-3", A));
      expectRefusal("task-3", Refusal.OUT_OF_SERVICE);
      bench.take(place("task-4", back(A, 1, "A1", 0)));
      expectRefusal("task-4", Refusal.OUT_OF_SERVICE);
      bench.act("resume");
      assertThat(bench.take(unload("task-3", A))).isNotEmpty();
    }

    @Test
    void refusesToPickMoreWhileItIsDrained() {
      liftOf(A);
      conclude("task-1");
      bench.act("drain");
      bench.notices.receiveSeveralMessages(2);
      bench.take(lift("task-2", pick(B, 1, "A2", 1)));
      expectRefusal("task-2", Refusal.OUT_OF_SERVICE);
      assertThat(bench.take(place("task-3", back(A, 1, "A1", 0)))).isNotEmpty();
    }

    @Test
    void refusesToPlaceWhatItDoesNotCarry() {
      bench.take(place("task-1", back(A, 1, "A1", 0)));
      expectRefusal("task-1", Refusal.NOT_IN_CARRIER);
    }

    @Test
    void refusesToPlaceOutOfReach() {
      liftOf(A);
      conclude("task-1");
      bench.notices.receiveSeveralMessages(2);
      var places = List.of(back(A, 1, "A1", 0));
      bench.take(new PickerTask.PlaceTask("task-2", new DewarId("D9"), RACK, places));
      expectRefusal("task-2", Refusal.OUT_OF_REACH);
    }

    private void expectRefusal(String task, Refusal refusal) {
      bench.notices.expectMessage(new TaskRefused(ExampleStore.PICKER, task, refusal));
    }
  }

  @Nested
  class OpeningAcquired {
    @Test
    void journalsTheLiftAsOneOrderBeforeItIsSent() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0), pick(B, 3, "B2", 1)));
      bench.travel();
      bench.grantOpening("task-1");
      var order = bench.order();
      assertThat(order.orderId()).isEqualTo("order-2");
      assertThat(order.sequence()).isEqualTo(2);
      assertThat(order.steps())
          .containsExactly(
              new MotionStep.RotateTo("D1", PickerBench.SLOT),
              new MotionStep.LiftRack("D1-R11", 1),
              new MotionStep.PickTube("D1-R11", 1, "A1", "FD-A"),
              new MotionStep.LiftRack("D1-R11", 3),
              new MotionStep.PickTube("D1-R11", 3, "B2", "FD-B"),
              new MotionStep.LowerRack("D1-R11"));
    }

    @Test
    void journalsThePlacingAsOneOrder() {
      liftOf(A);
      conclude("task-1");
      bench.take(place("task-2", back(A, 1, "A1", 0)));
      bench.grantOpening("task-2");
      assertThat(bench.order().steps())
          .containsExactly(
              new MotionStep.RotateTo("D1", PickerBench.SLOT),
              new MotionStep.LiftRack("D1-R11", 1),
              new MotionStep.PlaceTube("D1-R11", 1, "A1", "FD-A"),
              new MotionStep.LowerRack("D1-R11"));
    }

    @Test
    void isHarmlessWhenRepeated() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.travel();
      bench.grantOpening("task-1");
      bench.grantOpening("task-1");
      assertThat(bench.driver.takeSubmitted()).hasSize(1);
    }

    @Test
    void ofAnotherTaskMeansNothing() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.travel();
      bench.grantOpening("task-0");
      assertThat(bench.driver.takeSubmitted()).isEmpty();
    }
  }

  @Nested
  class DockAcquired {
    @Test
    void journalsTheUnloadWithItsSlots() {
      liftOf(A);
      conclude("task-1");
      bench.take(unload("task-2", A));
      bench.travel();
      bench.grantDock("task-2", 3);
      assertThat(bench.order().steps())
          .containsExactly(new MotionStep.Dock("P1"), new MotionStep.Unload("P1", 3, "FD-A"));
    }
  }

  @Nested
  class Reported {
    @Test
    void aPickPutsTheTubeIntoTheCarrierWithItsExposure() {
      var robot = liftBegun(A);
      robot.does(Kind.PICK, 5, 1, "FD-A");
      var events = bench.report(robot.reports(2, TubeOutcome.DONE));
      assertThat(events).singleElement().isInstanceOf(TubePicked.class);
      assertThat(bench.state().carrier())
          .singleElement()
          .satisfies(
              tube -> {
                assertThat(tube.tube()).isEqualTo(A);
                assertThat(tube.pickedAt()).isEqualTo(robot.now());
                assertThat(tube.seconds()).isCloseTo(1.6 + 5, within(1e-6));
                assertThat(tube.weightedSeconds()).isCloseTo(1.6 + 5, within(1e-6));
                assertThat(tube.peakCelsius()).isBetween(-180.0, -170.0);
              });
    }

    @Test
    void isTakenOnce() {
      var robot = liftBegun(A).does(Kind.PICK, 5, 1, "FD-A");
      var report = robot.reports(2, TubeOutcome.DONE);
      bench.report(report);
      assertThat(bench.report(report)).isEmpty();
    }

    @Test
    void aMissedTubeIsNotInTheCarrier() {
      var robot = liftBegun(A).does(Kind.PICK, 5, 1, "");
      assertThat(bench.report(robot.reports(2, TubeOutcome.MISMATCH)))
          .singleElement()
          .isInstanceOfSatisfying(
              TubeMissed.class, m -> assertThat(m.finding()).isEqualTo(Finding.MISMATCH));
      assertThat(bench.state().carrier()).isEmpty();
    }

    @Test
    void tellsTheRackOfTheWholeLiftWhenItHasEnded() {
      liftOf(A);
      var report = bench.racks.expectMessageClass(RackCommand.ReportLift.class);
      assertThat(report.taskId()).isEqualTo("task-1");
      assertThat(report.boxes().get(0).seconds()).isCloseTo(7.2, within(1e-6));
      assertThat(report.boxes().get(0).weightedSeconds()).isCloseTo(7.2, within(1e-6));
      assertThat(report.boxes().get(1).seconds()).isZero();
      assertThat(report.taken())
          .singleElement()
          .satisfies(taken -> assertThat(taken.seconds()).isCloseTo(6.6, within(1e-6)));
      assertThat(report.cause()).isEqualTo(Cause.device("picker-1", "plan-1", "order-2"));
    }

    @Test
    void countsAPauseOfTheRobotAsTimeOutside() {
      var robot = liftBegun(A).waits(10).does(Kind.PICK, 5, 1, "FD-A");
      bench.report(robot.reports(2, TubeOutcome.DONE));
      assertThat(bench.state().carrier().get(0).seconds()).isCloseTo(16.6, within(1e-6));
    }

    @Test
    void givesTheOpeningBackWhenTheRackHasRecordedTheLift() {
      liftOf(A);
      bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
      bench.dewars.expectNoMessage();
      bench.recordLift("task-1", 424.8);
      var release = bench.dewars.expectMessageClass(DewarCommand.Release.class);
      assertThat(release.taskId()).isEqualTo("task-1");
      assertThat(release.carouselSlot()).isEqualTo(OptionalInt.of(PickerBench.SLOT));
    }

    @Test
    void asksTheDeviceWhenSomethingInBetweenWasNotHeard() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0), pick(B, 1, "A2", 1)));
      bench.travel();
      bench.grantOpening("task-1");
      bench.accept(bench.order().orderId());
      var robot = new Robot("order-2", START).does(Kind.PICK, 5, 1, "FD-B");
      assertThat(bench.report(robot.reports(3, TubeOutcome.DONE))).isEmpty();
      assertThat(bench.driver.takeAsked()).containsExactly("order-2");
    }

    @Test
    void keepsTheOpeningWhenTheLiftHasFailed() {
      var robot = liftBegun(A);
      bench.report(robot.fails("motion.stalled"));
      bench.racks.expectMessageClass(RackCommand.ReportLift.class);
      bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
      bench.dewars.expectNoMessage();
      assertThat(bench.picture().state()).isEqualTo(State.FAULT);
      assertThat(bench.picture().reason()).contains("motion.stalled");
    }

    @Test
    void ofAnotherOrderMeansNothing() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      assertThat(bench.report(new Robot("order-0", START).ends())).isEmpty();
    }

    @Test
    void aPlacedTubeLeavesTheCarrier() {
      var robot = placeBegun().does(Kind.PLACE, 4, 1, "FD-A");
      var report = robot.reports(2, TubeOutcome.DONE);
      assertThat(bench.report(report)).singleElement().isInstanceOf(TubePlaced.class);
      assertThat(bench.report(report)).isEmpty();
      assertThat(bench.state().carrier()).isEmpty();
    }

    @Test
    void aTubeWhoseWellIsTakenStaysInTheCarrier() {
      var robot = placeBegun().does(Kind.PLACE, 4, 1, "");
      assertThat(bench.report(robot.reports(2, TubeOutcome.MISMATCH)))
          .singleElement()
          .isInstanceOfSatisfying(
              TubeMissed.class, m -> assertThat(m.finding()).isEqualTo(Finding.MISMATCH));
      assertThat(bench.state().carries(List.of(A))).isTrue();
      bench.report(robot.moves(1, 0).does(Kind.RELEASE, 2).ends());
      var report = bench.racks.expectMessageClass(RackCommand.ReportLift.class);
      assertThat(report.missed())
          .containsExactly(new MissedTube(A, 1, Well.parse("A1"), Finding.MISMATCH));
      assertThat(report.placed()).isEmpty();
      assertThat(report.boxes().get(0).seconds()).isCloseTo(6.2, within(1e-6));
    }

    @Test
    void aTubeToPlaceThatWasNotThereLeavesTheCarrier() {
      var robot = placeBegun();
      assertThat(bench.report(robot.reports(2, TubeOutcome.EMPTY))).hasSize(1);
      assertThat(bench.state().carrier()).isEmpty();
      bench.report(robot.moves(1, 0).does(Kind.RELEASE, 2).ends());
      bench.recordLift("task-2", 0);
      bench.releaseOpening("task-2");
      bench.notices.receiveMessage();
      var ended = bench.notices.expectMessageClass(TaskEnded.class);
      assertThat(ended.missed()).containsExactly(new MissedRequest(JOB, 0, A, Finding.EMPTY));
      assertThat(ended.returned()).isEmpty();
    }

    @Test
    void tellsTheRackWhatStandsInItAgain() {
      placed();
      var report = bench.racks.expectMessageClass(RackCommand.ReportLift.class);
      assertThat(report.taken()).isEmpty();
      assertThat(report.boxes().get(0).seconds()).isCloseTo(6.2, within(1e-6));
      assertThat(report.boxes().get(1).seconds()).isZero();
      assertThat(report.placed())
          .singleElement()
          .satisfies(
              placed -> {
                var place = back(A, 1, "A1", 0);
                assertThat(placed.standing())
                    .isEqualTo(new Standing(place.tube(), 1, place.well()));
                assertThat(placed.seconds()).isCloseTo(4.6, within(1e-6));
                assertThat(placed.weightedSeconds()).isCloseTo(4.6, within(1e-6));
              });
    }

    @Test
    void anUnloadedTubeLeavesTheCarrierWithAllItsExposure() {
      liftOf(A);
      var lifted = bench.state().carrier().get(0);
      conclude("task-1");
      var robot = unloadBegun(A, 3);
      robot.does(Kind.UNLOAD, 2, 0, "FD-A");
      assertThat(bench.report(robot.reports(1, TubeOutcome.DONE)))
          .singleElement()
          .isInstanceOfSatisfying(
              TubeUnloaded.class, event -> assertThat(event.slot()).isEqualTo(3));
      assertThat(bench.state().carrier()).isEmpty();
      bench.notices.receiveSeveralMessages(3);
      var delivery = bench.notices.expectMessageClass(PickerNotice.Unloaded.class).delivery();
      var carrierSeconds = LiftMotions.seconds(lifted.pickedAt(), robot.now().minusSeconds(2));
      assertThat(delivery.at()).isEqualTo(robot.now());
      assertThat(delivery.portSideTubeSeconds())
          .isCloseTo(0.02 * carrierSeconds + 0.2 * 2, within(1e-6));
      assertThat(delivery.weightedSeconds())
          .isCloseTo(6.6 + 0.02 * carrierSeconds + 0.4, within(1e-6));
      assertThat(delivery.seconds()).isCloseTo(6.6 + carrierSeconds + 2, within(1e-6));
      assertThat(delivery.peakCelsius()).isGreaterThanOrEqualTo(lifted.peakCelsius());
    }

    @Test
    void tellsThePortWhatItHasWhenTheUnloadHasEnded() {
      liftOf(A);
      conclude("task-1");
      var robot = unloadBegun(A, 3).does(Kind.UNLOAD, 2, 0, "FD-A");
      bench.report(robot.reports(1, TubeOutcome.DONE));
      bench.report(robot.ends());
      bench.ports.expectMessageClass(PortCommand.Acquire.class);
      var report = bench.ports.expectMessageClass(PortCommand.ReportReceived.class);
      assertThat(report.tubes()).containsExactly(new ReceivedTube(A, 3, robot.now()));
      assertThat(report.ended()).isEqualTo(robot.now());
    }
  }

  @Nested
  class Submitted {
    @Test
    void journalsThatTheDeviceHasTheOrder() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      assertThat(bench.events(submitted("order-1", new Submission.Accepted())))
          .containsExactly(new OrderAccepted("order-1"));
      assertThat(bench.events(submitted("order-1", new Submission.Accepted()))).isEmpty();
    }

    @Test
    void aRefusalIsAFaultAndEndsTheTask() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      assertThat(refuseOrder("order-1"))
          .containsExactly(
              new OrderEnded("order-1", Outcome.REFUSED, START, "door.open", List.of()));
      var ended = bench.notices.expectMessageClass(TaskEnded.class);
      assertThat(ended.fault()).contains("order-1", "REFUSED", "door.open");
      assertThat(bench.picture().state()).isEqualTo(State.FAULT);
      assertThat(bench.picture().station()).isEqualTo("D1");
    }

    @Test
    void aRefusedLiftFreesTheOpeningAndLeavesTheRackAlone() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.travel();
      bench.grantOpening("task-1");
      refuseOrder("order-2");
      bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
      var release = bench.dewars.expectMessageClass(DewarCommand.Release.class);
      assertThat(release.carouselSlot()).isEmpty();
      bench.racks.expectNoMessage();
      bench.releaseOpening("task-1");
      bench.notices.expectMessageClass(TaskEnded.class);
    }

    @Test
    void aRefusalOfWhatTheDeviceHasAlreadyMeansNothing() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.accept("order-1");
      assertThat(refuseOrder("order-1")).isEmpty();
    }

    @Test
    void aDuplicateTellsWhereTheOrderStands() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      var end = new Robot("order-1", START).does(Kind.TRAVEL, 3.5).ends();
      var duplicate = new Submission.Duplicate(new OrderStatus.Over(List.of(end)));
      assertThat(bench.events(submitted("order-1", duplicate)))
          .singleElement()
          .isInstanceOf(OrderEnded.class);
    }
  }

  @Nested
  class StatusKnown {
    @Test
    void bringsAllReportsThatWereNotHeard() {
      var robot = liftBegun(A);
      var picked = robot.does(Kind.PICK, 5, 1, "FD-A").reports(2, TubeOutcome.DONE);
      var end = robot.moves(1, 0).does(Kind.RELEASE, 2).ends();
      assertThat(bench.status("order-2", new OrderStatus.Over(List.of(picked, end)), true))
          .hasExactlyElementsOfTypes(TubePicked.class, OrderEnded.class);
    }

    @Test
    void unknownMeansThatTheSameOrderIsSentOnceMore() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      var first = bench.order();
      bench.run(new PickerSignal.Unanswered("order-1", "no line"));
      assertThat(bench.status("order-1", new OrderStatus.Unknown(), false)).isEmpty();
      assertThat(bench.order()).isEqualTo(first);
    }

    @Test
    void unknownIsNoReasonToSendItWhileTheFirstSendingMayBeAnswered() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      var first = bench.order();
      bench.status("order-1", new OrderStatus.Unknown(), false);
      bench.status("order-1", new OrderStatus.Unknown(), false);
      assertThat(bench.driver.takeSubmitted()).isEmpty();
      bench.status("order-1", new OrderStatus.Unknown(), false);
      assertThat(bench.order()).isEqualTo(first);
    }

    @Test
    void unknownAfterItWasAcceptedIsAFaultAndNeverAReasonToSendItAgain() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.accept("order-1");
      bench.driver.takeSubmitted();
      assertThat(bench.status("order-1", new OrderStatus.Unknown(), true))
          .singleElement()
          .isInstanceOfSatisfying(
              OrderEnded.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.FAILED));
      assertThat(bench.driver.takeSubmitted()).isEmpty();
      assertThat(bench.picture().state()).isEqualTo(State.FAULT);
    }

    @Test
    void unknownSaidBeforeItWasAcceptedMeansNothing() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.accept("order-1");
      bench.driver.takeSubmitted();
      assertThat(bench.status("order-1", new OrderStatus.Unknown(), false)).isEmpty();
      assertThat(bench.driver.takeSubmitted()).isEmpty();
    }
  }

  @Nested
  class Unanswered {
    @Test
    void leavesTheOrderToBeAskedFor() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.driver.takeSubmitted();
      assertThat(bench.events(new PickerSignal.Unanswered("order-1", "no line"))).isEmpty();
      assertThat(bench.driver.takeSubmitted()).isEmpty();
      bench.run(new PickerSignal.Remind());
      assertThat(bench.driver.takeAsked()).containsExactly("order-1");
    }

    @Test
    void isWhatADriverThatThrowsAmountsTo() {
      bench.driver.breakDown(new IllegalStateException("bug in a driver"));
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.run(new PickerSignal.Remind());
      assertThat(bench.driver.takeAsked()).containsExactly("order-1");
    }
  }

  @Nested
  class Remind {
    @Test
    void asksTheDeviceWhereAnOrderStandsAndNeverSendsItAgain() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.driver.takeSubmitted();
      bench.run(new PickerSignal.Remind());
      assertThat(bench.driver.takeAsked()).containsExactly("order-1");
      assertThat(bench.driver.takeSubmitted()).isEmpty();
    }

    @Test
    void asksAgainForATurn() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.travel();
      bench.run(new PickerSignal.Remind());
      var asked = bench.dewars.receiveSeveralMessages(2);
      assertThat(asked.get(0)).isEqualTo(asked.get(1));
    }

    @Test
    void tellsAgainOnlyThoseWhoHaveNotAnswered() {
      liftOf(A);
      bench.racks.expectMessageClass(RackCommand.ReportLift.class);
      bench.recordLift("task-1", 424.8);
      bench.dewars.receiveSeveralMessages(2);
      bench.run(new PickerSignal.Remind());
      bench.dewars.expectMessageClass(DewarCommand.Release.class);
      bench.racks.expectNoMessage();
    }

    @Test
    void saysAgainThatTheTaskHasEnded() {
      liftOf(A);
      bench.recordLift("task-1", 424.8);
      bench.releaseOpening("task-1");
      bench.run(new PickerSignal.Remind());
      bench.notices.receiveSeveralMessages(2);
      var ended = bench.notices.receiveSeveralMessages(2);
      assertThat(ended.get(0)).isEqualTo(ended.get(1)).isInstanceOf(TaskEnded.class);
    }

    @Test
    void doesNothingWithoutATask() {
      assertThat(bench.events(new PickerSignal.Remind())).isEmpty();
      assertThat(bench.driver.takeAsked()).isEmpty();
    }
  }

  @Nested
  class LiftRecorded {
    @Test
    void isWaitedForBeforeTheTaskIsCalledEnded() {
      liftOf(A);
      bench.notices.receiveSeveralMessages(2);
      bench.releaseOpening("task-1");
      bench.notices.expectNoMessage();
      bench.recordLift("task-1", 424.8);
      bench.notices.expectMessage(
          new TaskEnded(
              ExampleStore.PICKER,
              "task-1",
              START.plusMillis(3_500 + 12_200),
              "",
              424.8,
              List.of(new ServedRequest(JOB, 0, A)),
              List.of(),
              List.of(),
              List.of(),
              false));
    }

    @Test
    void endsAPutBackWithAllTheExposureOfTheTube() {
      var picked = placed();
      bench.releaseOpening("task-2");
      bench.recordLift("task-2", 310.4);
      bench.notices.receiveMessage();
      var ended = bench.notices.expectMessageClass(TaskEnded.class);
      assertThat(ended.rackTubeSeconds()).isEqualTo(310.4);
      assertThat(ended.fault()).isEmpty();
      assertThat(ended.returned())
          .singleElement()
          .satisfies(
              returned -> {
                assertThat(returned.tube()).isEqualTo(A);
                assertThat(returned.position()).isEqualTo(new Position(RACK, 1, Well.parse("A1")));
                assertThat(returned.at()).isEqualTo(picked.pickedAt().plusMillis(11_200));
                assertThat(returned.carrierTubeSeconds()).isCloseTo(0.02 * 7.2, within(1e-6));
                assertThat(returned.seconds()).isCloseTo(6.6 + 7.2 + 4.6, within(1e-6));
                assertThat(returned.weightedSeconds())
                    .isCloseTo(6.6 + 0.02 * 7.2 + 4.6, within(1e-6));
                assertThat(returned.peakCelsius())
                    .isBetween(picked.peakCelsius(), picked.peakCelsius() + 10);
              });
    }

    @Test
    void ofAnotherTaskMeansNothing() {
      liftOf(A);
      bench.notices.receiveSeveralMessages(2);
      bench.releaseOpening("task-1");
      bench.recordLift("task-0", 1);
      bench.notices.expectNoMessage();
    }
  }

  @Nested
  class OpeningReleased {
    @Test
    void isWaitedForBeforeTheTaskIsCalledEnded() {
      liftOf(A);
      bench.notices.receiveSeveralMessages(2);
      bench.recordLift("task-1", 424.8);
      bench.notices.expectNoMessage();
      bench.releaseOpening("task-1");
      bench.notices.expectMessageClass(TaskEnded.class);
    }
  }

  @Nested
  class UnloadReceived {
    @Test
    void endsTheTaskWithItsDeliveries() {
      liftOf(A);
      conclude("task-1");
      var robot = unloadBegun(A, 3).does(Kind.UNLOAD, 2, 0, "FD-A");
      bench.report(robot.reports(1, TubeOutcome.DONE));
      bench.report(robot.ends());
      bench.receiveUnload("task-2");
      bench.notices.receiveSeveralMessages(3);
      var unloaded = bench.notices.expectMessageClass(PickerNotice.Unloaded.class);
      var ended = bench.notices.expectMessageClass(TaskEnded.class);
      assertThat(ended.deliveries()).containsExactly(unloaded.delivery());
      assertThat(ended.fault()).isEmpty();
    }

    @Test
    void namesATubeThatWasNotInTheCarrierAfterAll() {
      liftOf(A);
      conclude("task-1");
      var robot = unloadBegun(A, 3);
      bench.report(robot.reports(1, TubeOutcome.EMPTY));
      bench.report(robot.ends());
      bench.receiveUnload("task-2");
      bench.notices.receiveSeveralMessages(3);
      assertThat(bench.notices.expectMessageClass(TaskEnded.class).missed())
          .containsExactly(new MissedRequest(JOB, 0, A, Finding.EMPTY));
      assertThat(bench.state().carrier()).isEmpty();
    }
  }

  @Nested
  class Conclude {
    @Test
    void makesThePickerAvailableAgain() {
      liftOf(A);
      bench.recordLift("task-1", 424.8);
      bench.releaseOpening("task-1");
      assertThat(bench.events(new PickerCommand.Conclude("task-1")))
          .containsExactly(new TaskConcluded("task-1"));
      assertThat(bench.picture())
          .isEqualTo(
              new PickerPicture(
                  ExampleStore.PICKER,
                  State.AVAILABLE,
                  bench.clock.instant(),
                  "",
                  "D1",
                  List.of(
                      new Carried(
                          A,
                          JOB,
                          0,
                          new Position(RACK, 1, Well.parse("A1")),
                          START.plusMillis(3_500 + 9_600))),
                  Optional.empty(),
                  Service.UNTOUCHED));
    }

    @Test
    void isHarmlessWhenRepeated() {
      liftOf(A);
      conclude("task-1");
      assertThat(bench.events(new PickerCommand.Conclude("task-1"))).isEmpty();
    }

    @Test
    void isNotBelievedWhileTheRobotStillWorks() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      assertThat(bench.events(new PickerCommand.Conclude("task-1"))).isEmpty();
    }
  }

  @Nested
  class Recall {
    @Test
    void duringTheTravelEndsTheTaskWhereTheTravelEnds() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      assertThat(recall()).containsExactly(new TaskRecalled("task-1"));
      bench.dewars.expectNoMessage();
      bench.travel();
      bench.dewars.expectMessageClass(DewarCommand.Release.class);
      bench.releaseOpening("task-1");
      bench.notices.expectMessage(recalled(START.plusMillis(3_500), ""));
      assertThat(bench.events(new PickerCommand.Conclude("task-1"))).hasSize(1);
      assertThat(bench.picture().station()).isEqualTo("D1");
    }

    @Test
    void whileItWaitsForTheDewarEndsTheTaskAtOnce() {
      waiting();
      assertThat(recall()).containsExactly(new TaskRecalled("task-1"));
      bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
      var release = bench.dewars.expectMessageClass(DewarCommand.Release.class);
      assertThat(release.taskId()).isEqualTo("task-1");
      assertThat(release.carouselSlot()).isEmpty();
      assertThat(release.cause().kind()).isEqualTo(Cause.Kind.POLICY);
      bench.releaseOpening("task-1");
      bench.notices.expectMessage(recalled(bench.clock.instant(), ""));
      bench.racks.expectNoMessage();
    }

    @Test
    void whileItWaitsForTheDockTellsThePortThatNothingComes() {
      liftOf(A);
      conclude("task-1");
      bench.take(unload("task-2", A));
      bench.travel();
      assertThat(bench.events(new PickerCommand.Recall("task-2"))).hasSize(1);
      bench.ports.expectMessageClass(PortCommand.Acquire.class);
      var report = bench.ports.expectMessageClass(PortCommand.ReportReceived.class);
      assertThat(report.tubes()).isEmpty();
      bench.receiveUnload("task-2");
      bench.notices.receiveSeveralMessages(2);
      assertThat(bench.notices.expectMessageClass(TaskEnded.class).recalled()).isTrue();
      assertThat(bench.state().carries(List.of(A))).isTrue();
    }

    @Test
    void givesBackATurnThatWasGrantedMeanwhile() {
      waiting();
      recall();
      bench.grantOpening("task-1");
      assertThat(bench.driver.takeSubmitted()).isEmpty();
      bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
      bench.dewars.expectMessageClass(DewarCommand.Release.class);
    }

    @Test
    void meansNothingOnceTheWorkWasOrdered() {
      waiting();
      bench.grantOpening("task-1");
      assertThat(recall()).isEmpty();
      bench.accept(bench.order().orderId());
      assertThat(recall()).isEmpty();
      var robot = new Robot("order-2", bench.clock.instant()).does(Kind.PICK, 5, 1, "FD-A");
      bench.report(robot.reports(2, TubeOutcome.DONE));
      bench.report(robot.ends());
      assertThat(recall()).isEmpty();
      bench.recordLift("task-1", 1);
      bench.releaseOpening("task-1");
      bench.notices.receiveMessage();
      assertThat(bench.notices.expectMessageClass(TaskEnded.class).recalled()).isFalse();
    }

    @Test
    void isHarmlessWhenRepeated() {
      waiting();
      recall();
      assertThat(recall()).isEmpty();
      conclude("task-1");
      assertThat(recall()).isEmpty();
    }

    @Test
    void ofAnotherTaskMeansNothing() {
      waiting();
      assertThat(bench.events(new PickerCommand.Recall("task-0"))).isEmpty();
    }

    @Test
    void hidesNoFaultOfTheTravel() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      recall();
      refuseOrder("order-1");
      bench.releaseOpening("task-1");
      var ended = bench.notices.expectMessageClass(TaskEnded.class);
      assertThat(ended.recalled()).isTrue();
      assertThat(ended.fault()).contains("door.open");
      assertThat(bench.picture().state()).isEqualTo(State.FAULT);
    }

    @Test
    void meansNothingOnceTheTravelHasFailed() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      refuseOrder("order-1");
      assertThat(recall()).isEmpty();
    }

    private void waiting() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      bench.travel();
    }

    private List<PickerEvent> recall() {
      return bench.events(new PickerCommand.Recall("task-1"));
    }

    private TaskEnded recalled(Instant at, String fault) {
      return new TaskEnded(
          ExampleStore.PICKER,
          "task-1",
          at,
          fault,
          0,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          true);
    }
  }

  @Nested
  class Act {
    @Test
    void isRecordedWithWhoAndWhyAndShown() {
      bench.clock.set(START.plusSeconds(60));
      var action = Action.of("action-1", "pause").with("note", "x");
      var result =
          bench.run(new PickerCommand.Act(action, PickerBench.OPERATOR, bench.answers.ref()));
      var recorded = result.event();
      assertThat(recorded.event())
          .isEqualTo(new PickerActed(action.decided(Optional.empty()), Optional.empty()));
      assertThat(recorded.cause()).isEqualTo(PickerBench.OPERATOR);
      assertThat(bench.answer())
          .isEqualTo(
              new ActionAnswer(
                  "action-1",
                  Optional.empty(),
                  "",
                  2,
                  true,
                  Optional.empty(),
                  List.of("resume", "drain")));
      var picture = bench.picture();
      assertThat(picture.state()).isEqualTo(State.PAUSED);
      assertThat(picture.since()).isEqualTo(START.plusSeconds(60));
      assertThat(picture.reason()).isEqualTo("belt squeaks");
      bench.restart();
      assertThat(bench.picture()).isEqualTo(picture);
    }

    @Test
    void isRecordedWhereItIsRefused() {
      expectRefusal("dance", Refusals.ACTION_NOT_SUPPORTED);
      bench.act("drain");
      bench.answer();
      expectRefusal("pause", Refusals.ACTION_NOT_ALLOWED);
      assertThat(bench.state().fitness().service().revision()).isEqualTo(2);
    }

    @Test
    void isRecordedWhereItChangesNothing() {
      bench.act("pause");
      bench.answer();
      assertThat(bench.act("pause")).hasSize(1);
      assertThat(bench.answer().revision()).isEqualTo(2);
    }

    @Test
    void isRefusedToWhoHasSeenAnotherRevision() {
      var seen = new TreeSet<>(List.of(7L));
      bench.act(new Action("action-1", "pause", new TreeMap<>(), seen, Optional.empty()));
      assertThat(bench.answer().refusal()).contains(Refusals.REVISION_STALE);
      assertThat(bench.picture().state()).isEqualTo(State.AVAILABLE);
    }

    @Test
    void letsATaskEnd() {
      var robot = liftBegun(A);
      bench.act("pause");
      assertThat(bench.answer().done()).isFalse();
      assertThat(bench.picture().state()).isEqualTo(State.BUSY);
      bench.report(robot.does(Kind.PICK, 5, 1, "FD-A").reports(2, TubeOutcome.DONE));
      bench.report(robot.ends());
      conclude("task-1");
      assertThat(bench.picture().state()).isEqualTo(State.PAUSED);
    }

    @Test
    void drainsUntilTheCarrierIsEmpty() {
      liftOf(A);
      conclude("task-1");
      bench.act("drain");
      assertThat(bench.answer().done()).isFalse();
      assertThat(bench.picture().state()).isEqualTo(State.DRAINING);
      var robot = unloadBegun(A, 3).does(Kind.UNLOAD, 2, 0, "FD-A");
      bench.report(robot.reports(1, TubeOutcome.DONE));
      bench.report(robot.ends());
      assertThat(bench.picture().state()).isEqualTo(State.DRAINING);
      conclude("task-2");
      assertThat(bench.picture().state()).isEqualTo(State.OUT_OF_SERVICE);
    }

    @Test
    void returnsToServiceWithoutALookWhereNothingIsWrong() {
      bench.act("drain");
      bench.answer();
      assertThat(bench.act("returnToService")).hasSize(1);
      assertThat(bench.answer().done()).isTrue();
      assertThat(bench.picture().state()).isEqualTo(State.AVAILABLE);
    }

    @Test
    void doesNotEndAFaultWhileTheTaskIsNotConcluded() {
      bench.take(lift("task-1", pick(A, 1, "A1", 0)));
      refuseOrder("order-1");
      expectRefusal("returnToService", Refusals.DEVICE_BUSY);
    }

    @Test
    void endsAFaultOnceTheRobotHasBeenLookedAt() {
      inFault();
      bench.driver.show(new DeviceSnapshot("P1", List.of(), "", START));
      bench.act("returnToService");
      assertThat(bench.answer().refusal()).isEmpty();
      assertThat(bench.picture().state()).isEqualTo(State.AVAILABLE);
      assertThat(bench.picture().station()).isEqualTo("P1");
      bench.expectVacating();
    }

    @Test
    void isRefusedWhereTheDriverThrows() {
      inFault();
      bench.driver.breakDown(new IllegalStateException("bug in a driver"));
      bench.act("returnToService");
      assertThat(bench.answer().refusal()).contains(Refusals.DEVICE_UNREACHABLE);
    }

    @Test
    void isRefusedWhereTheDriverIsSilent() {
      inFault();
      bench.act("returnToService");
      assertThat(bench.answer().refusal()).contains(Refusals.DEVICE_UNREACHABLE);
      assertThat(bench.picture().state()).isEqualTo(State.FAULT);
    }

    private void expectRefusal(String type, String code) {
      assertThat(bench.act(type))
          .containsExactly(new PickerActed(Action.of("action-1", type).decided(Optional.of(code))));
      var answer = bench.answer();
      assertThat(answer.refusal()).contains(code);
      assertThat(answer.detail()).isNotEmpty();
      assertThat(answer.done()).isFalse();
    }
  }

  @Nested
  class RobotSeen {
    @Test
    void endsTheFaultWhereTheRobotAgrees() {
      liftedAndFailed();
      bench.act("pause");
      bench.answer();
      var seen = new DeviceSnapshot("D1", List.of("FD-A"), "", START);
      assertThat(bench.see(Optional.of(seen)))
          .singleElement()
          .isInstanceOfSatisfying(
              PickerActed.class, acted -> assertThat(acted.foundAt()).contains("D1"));
      var answer = bench.answer();
      assertThat(answer.refusal()).isEmpty();
      assertThat(answer.done()).isTrue();
      assertThat(bench.picture().state()).isEqualTo(State.AVAILABLE);
      assertThat(bench.picture().since()).isEqualTo(bench.clock.instant());
      bench.expectVacating();
      bench.restart();
      assertThat(bench.picture().state()).isEqualTo(State.AVAILABLE);
      assertThat(bench.picture().station()).isEqualTo("D1");
      assertThat(bench.take(unload("task-2", A))).isNotEmpty();
    }

    @Test
    void raisesTheRevisionWithTheFaultAndWithItsEnd() {
      inFault();
      assertThat(bench.state().fitness().service().revision()).isEqualTo(2);
      bench.see(Optional.of(new DeviceSnapshot("", List.of(), "", START)));
      assertThat(bench.answer().revision()).isEqualTo(3);
    }

    @Test
    void refusesWhereTheCarrierHoldsSomethingElse() {
      liftedAndFailed();
      bench.see(Optional.of(new DeviceSnapshot("D1", List.of("FD-B"), "", START)));
      var answer = bench.answer();
      assertThat(answer.refusal()).contains(Refusals.DEVICE_CONTRADICTS);
      assertThat(answer.detail()).contains("FD-A", "FD-B");
      assertThat(bench.picture().state()).isEqualTo(State.FAULT);
    }

    @Test
    void refusesWhileTheRobotIsInMotion() {
      liftedAndFailed();
      bench.see(Optional.of(new DeviceSnapshot("", List.of("FD-A"), "order-2", START)));
      var answer = bench.answer();
      assertThat(answer.refusal()).contains(Refusals.DEVICE_CONTRADICTS);
      assertThat(answer.detail()).contains("order-2");
    }

    @Test
    void refusesWhereTheRobotDoesNotAnswer() {
      inFault();
      bench.see(Optional.empty());
      assertThat(bench.answer().refusal()).contains(Refusals.DEVICE_UNREACHABLE);
    }

    @Test
    void hasNothingToEndWhereAnotherWasFaster() {
      inFault();
      var seen = Optional.of(new DeviceSnapshot("", List.of(), "", START));
      bench.see(seen);
      bench.answer();
      assertThat(bench.see(seen))
          .singleElement()
          .isInstanceOfSatisfying(
              PickerActed.class, acted -> assertThat(acted.foundAt()).isEmpty());
      assertThat(bench.answer().refusal()).isEmpty();
    }
  }

  @Nested
  class Describe {
    @Test
    void tellsOfATaskWhereThePickerWillStandWhenItIsOver() {
      var task = lift("task-1", pick(A, 1, "A1", 0));
      bench.take(task);
      assertThat(bench.picture())
          .isEqualTo(
              new PickerPicture(
                  ExampleStore.PICKER,
                  State.BUSY,
                  START,
                  "",
                  "D1",
                  List.of(),
                  Optional.of(task),
                  Service.UNTOUCHED));
    }
  }

  @Nested
  class SessionDue {
    @Test
    void startsANewEpochWithEveryStart() {
      bench.restart();
      bench.restart();
      assertThat(bench.state().numbers().epoch()).isEqualTo(3);
      assertThat(bench.events(new PickerSignal.SessionDue())).containsExactly(new EpochStarted(4));
    }
  }

  private void conclude(String task) {
    bench.events(new PickerCommand.Conclude(task));
  }

  /** Without a task, after its travel was refused. */
  private void inFault() {
    bench.take(lift("task-1", pick(A, 1, "A1", 0)));
    refuseOrder("order-1");
    conclude("task-1");
  }

  /** Without a task, after a lift that picked a tube and failed then. */
  private void liftedAndFailed() {
    var robot = liftBegun(A).does(Kind.PICK, 5, 1, "FD-A");
    bench.report(robot.reports(2, TubeOutcome.DONE));
    bench.report(robot.fails("motion.stalled"));
    conclude("task-1");
  }

  private static PickerSignal submitted(String order, Submission answer) {
    return new PickerSignal.Submitted(order, answer);
  }

  private List<PickerEvent> refuseOrder(String order) {
    return bench.events(submitted(order, new Submission.Refused("door.open")));
  }

  /** Task 1 up to the pick: the rack is up at level 1. */
  private Robot liftBegun(TubeId tube) {
    bench.take(lift("task-1", pick(tube, 1, "A1", 0)));
    bench.travel();
    bench.grantOpening("task-1");
    var id = bench.order().orderId();
    bench.accept(id);
    var robot = new Robot(id, bench.clock.instant());
    bench.report(robot.started());
    return robot.does(Kind.GRIP, 3).moves(0, 1).does(Kind.SETTLE, 1, 1, "");
  }

  /** Task 1, a lift of one tube, up to its end. */
  private void liftOf(TubeId tube) {
    var robot = liftBegun(tube).does(Kind.PICK, 5, 1, tube.value());
    bench.report(robot.reports(2, TubeOutcome.DONE));
    var end = robot.moves(1, 0).does(Kind.RELEASE, 2).ends();
    bench.clock.set(robot.now());
    bench.report(end);
  }

  /** Task 2 up to the unload: the picker has docked. */
  private Robot unloadBegun(TubeId tube, int slot) {
    bench.take(unload("task-2", tube));
    bench.travel();
    bench.grantDock("task-2", slot);
    var id = bench.order().orderId();
    bench.accept(id);
    var robot = new Robot(id, bench.clock.instant());
    bench.report(robot.started());
    return robot.does(Kind.DOCK, 3);
  }

  /** Task 2 up to the placing of what task 1 has picked, with the rack up at level 1. */
  private Robot placeBegun() {
    liftOf(A);
    conclude("task-1");
    bench.racks.expectMessageClass(RackCommand.ReportLift.class);
    bench.notices.receiveSeveralMessages(2);
    bench.take(place("task-2", back(A, 1, "A1", 0)));
    bench.grantOpening("task-2");
    var id = bench.order().orderId();
    bench.accept(id);
    var robot = new Robot(id, bench.clock.instant());
    bench.report(robot.started());
    return robot.does(Kind.GRIP, 3).moves(0, 1).does(Kind.SETTLE, 1, 1, "");
  }

  /** Task 2, a put-back of one tube, up to its end. Answers how it was in the carrier. */
  private CarriedTube placed() {
    var robot = placeBegun().does(Kind.PLACE, 4, 1, "FD-A");
    var carried = bench.state().carried(A);
    bench.report(robot.reports(2, TubeOutcome.DONE));
    bench.report(robot.moves(1, 0).does(Kind.RELEASE, 2).ends());
    return carried;
  }
}
