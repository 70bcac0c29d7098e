package org.givre.devices.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.givre.devices.picker.PickerBench.A;
import static org.givre.devices.picker.PickerBench.B;
import static org.givre.devices.picker.PickerBench.back;
import static org.givre.devices.picker.PickerBench.lift;
import static org.givre.devices.picker.PickerBench.pick;
import static org.givre.devices.picker.PickerBench.place;
import static org.givre.devices.picker.PickerBench.unload;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import java.util.List;
import java.util.Optional;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.devices.journal.ActorTests;
import org.givre.devices.picker.PickerCommand.State;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerEvent.TubePlaced;
import org.givre.devices.picker.PickerNotice.TaskEnded;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.RackCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A picker that is killed at the worst moments. */
class PickerRestartTest {
  private static final ActorTestKit AKKA = ActorTestKit.create(ActorTests.config());
  private static final PickerTask LIFT = lift("task-1", pick(A, 1, "A1", 0), pick(B, 1, "A2", 1));

  private static final PickerTask PUT_BACK =
      place("task-2", back(A, 1, "A1", 0), back(B, 1, "A2", 1));

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
  void anOrderThatWasNeverSentIsAskedForFirst() {
    bench.take(LIFT);
    var order = bench.order();
    bench.restart();
    assertThat(bench.driver.takeAsked()).containsExactly("order-1");
    assertThat(bench.driver.takeSubmitted()).isEmpty();
    bench.status("order-1", new OrderStatus.Unknown(), false);
    var again = bench.order();
    assertThat(again)
        .isEqualTo(new MotionOrder(order.orderId(), order.sequence(), 2, order.steps()));
  }

  @Test
  void anOrderThatTheDeviceHasIsNotSentAgain() {
    bench.take(LIFT);
    bench.driver.takeSubmitted();
    bench.restart();
    var started = new Robot("order-1", PickerBench.START).started();
    bench.status("order-1", new OrderStatus.Running(List.of(started)), false);
    bench.run(new PickerSignal.Remind());
    bench.restart();
    assertThat(bench.driver.takeSubmitted()).isEmpty();
  }

  @Test
  void aLiftGoesOnWithTheReportsThatWereNotHeard() {
    var robot = liftBegun();
    var first = robot.does(Kind.PICK, 5, 1, "FD-A").reports(2, TubeOutcome.DONE);
    bench.report(first);
    var before = bench.state();
    bench.restart();
    assertThat(bench.state().carrier()).isEqualTo(before.carrier());
    var second = robot.does(Kind.PICK, 5, 1, "FD-B").reports(3, TubeOutcome.DONE);
    assertThat(bench.status("order-2", new OrderStatus.Running(List.of(first, second)), true))
        .singleElement()
        .isInstanceOfSatisfying(TubePicked.class, picked -> assertThat(picked.tube()).isEqualTo(B));
    assertThat(bench.report(end(robot))).singleElement().isInstanceOf(OrderEnded.class);
  }

  @Test
  void whatIsReportedBeforeTheDeviceHasAnsweredIsAskedFor() {
    var robot = liftBegun();
    var first = robot.does(Kind.PICK, 5, 1, "FD-A").reports(2, TubeOutcome.DONE);
    var second = robot.does(Kind.PICK, 5, 1, "FD-B").reports(3, TubeOutcome.DONE);
    bench.restart();
    bench.driver.takeAsked();
    assertThat(bench.report(second)).isEmpty();
    bench.status("order-2", new OrderStatus.Running(List.of(first)), true);
    assertThat(bench.driver.takeAsked()).containsExactly("order-2");
    bench.status("order-2", new OrderStatus.Running(List.of(first, second)), true);
    assertThat(bench.state().carrier()).extracting(CarriedTube::tube).containsExactly(A, B);
  }

  @Test
  void aFailureThatIsHeardFirstHidesNoPickThatWasNotHeard() {
    var robot = liftBegun();
    var first = robot.does(Kind.PICK, 5, 1, "FD-A").reports(2, TubeOutcome.DONE);
    var failed = robot.fails("motion.stalled");
    bench.restart();
    assertThat(bench.report(failed)).isEmpty();
    bench.status("order-2", new OrderStatus.Over(List.of(first, failed)), true);
    assertThat(bench.state().carrier()).extracting(CarriedTube::tube).containsExactly(A);
  }

  @Test
  void aTurnIsAskedForAgain() {
    bench.take(LIFT);
    bench.travel();
    var asked = bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
    bench.restart();
    assertThat(bench.dewars.expectMessageClass(DewarCommand.Acquire.class).taskId())
        .isEqualTo(asked.taskId());
  }

  @Test
  void rackAndDewarAreToldTheSameAgain() {
    lifted();
    var report = bench.racks.expectMessageClass(RackCommand.ReportLift.class);
    bench.recordLift("task-1", 424.8);
    bench.dewars.expectMessageClass(DewarCommand.Acquire.class);
    var release = bench.dewars.expectMessageClass(DewarCommand.Release.class);
    bench.restart();
    var reportAgain = bench.racks.expectMessageClass(RackCommand.ReportLift.class);
    assertThat(reportAgain).usingRecursiveComparison().ignoringFields("replyTo").isEqualTo(report);
    bench.recordLift("task-1", 424.8);
    var releaseAgain = bench.dewars.expectMessageClass(DewarCommand.Release.class);
    assertThat(releaseAgain)
        .usingRecursiveComparison()
        .ignoringFields("replyTo")
        .isEqualTo(release);
  }

  @Test
  void theEndIsToldToWhoAsksAgain() {
    lifted();
    bench.recordLift("task-1", 99);
    bench.releaseOpening("task-1");
    bench.notices.receiveSeveralMessages(2);
    var ended = bench.notices.expectMessageClass(TaskEnded.class);
    bench.restart();
    bench.take(LIFT);
    bench.recordLift("task-1", 99);
    bench.releaseOpening("task-1");
    bench.notices.expectMessage(ended);
  }

  @Test
  void aTaskThatWasSettledBeforeCanBeConcludedAtOnce() {
    lifted();
    bench.restart();
    assertThat(bench.events(new PickerCommand.Conclude("task-1")))
        .containsExactly(new PickerEvent.TaskConcluded("task-1"));
  }

  @Test
  void aDeliveryIsAsCompleteAsWithoutAKill() {
    lifted();
    bench.events(new PickerCommand.Conclude("task-1"));
    bench.restart();
    var carried = bench.state().carried(A);
    bench.take(unload("task-2", A));
    bench.travel();
    bench.grantDock("task-2", 1);
    var id = bench.order().orderId();
    bench.restart();
    var robot = new Robot(id, bench.clock.instant()).does(Kind.DOCK, 3);
    var unloaded = robot.does(Kind.UNLOAD, 2, 0, "FD-A").reports(1, TubeOutcome.DONE);
    bench.status(id, new OrderStatus.Over(List.of(unloaded, robot.ends())), false);
    var carrierSeconds = LiftMotions.seconds(carried.pickedAt(), robot.now().minusSeconds(2));
    var report = bench.ports.receiveSeveralMessages(2).get(1);
    assertThat(((PortCommand.ReportReceived) report).tubes()).hasSize(1);
    assertThat(bench.state().run().orElseThrow().deliveries())
        .singleElement()
        .satisfies(d -> assertThat(d.seconds()).isEqualTo(carried.seconds() + carrierSeconds + 2));
  }

  @Test
  void theStateIsTheSameAfterAnyNumberOfStarts() {
    lifted();
    bench.restart();
    var before = bench.state();
    bench.restart();
    var after = bench.state();
    assertThat(after.run()).isEqualTo(before.run());
    assertThat(after.carrier()).isEqualTo(before.carrier());
    assertThat(after.station()).isEqualTo(before.station());
  }

  @Test
  void aDuplicateAfterAResubmissionBringsTheReports() {
    bench.take(LIFT);
    bench.restart();
    bench.status("order-1", new OrderStatus.Unknown(), false);
    var end = new Robot("order-1", PickerBench.START).does(Kind.TRAVEL, 3.5).ends();
    var duplicate = new Submission.Duplicate(new OrderStatus.Over(List.of(end)));
    bench.run(new PickerSignal.Submitted("order-1", duplicate));
    assertThat(bench.state().station()).isEqualTo("D1");
  }

  @Test
  void aPutBackThatWasNeverSentIsAskedForFirst() {
    var order = placeOrdered();
    bench.restart();
    assertThat(bench.driver.takeAsked()).containsExactly(order.orderId());
    assertThat(bench.driver.takeSubmitted()).isEmpty();
    bench.status(order.orderId(), new OrderStatus.Unknown(), false);
    assertThat(bench.order().steps()).isEqualTo(order.steps());
  }

  @Test
  void aPutBackGoesOnWithTheReportsThatWereNotHeard() {
    var id = placeOrdered().orderId();
    var robot = new Robot(id, bench.clock.instant()).does(Kind.GRIP, 3).moves(0, 1);
    var first = robot.does(Kind.PLACE, 4, 1, "FD-A").reports(2, TubeOutcome.DONE);
    bench.accept(id);
    bench.report(first);
    bench.restart();
    assertThat(bench.state().carries(List.of(A))).isFalse();
    assertThat(bench.state().carries(List.of(B))).isTrue();
    var second = robot.does(Kind.PLACE, 4, 1, "FD-B").reports(3, TubeOutcome.DONE);
    assertThat(bench.status(id, new OrderStatus.Over(List.of(first, second, end(robot))), true))
        .hasExactlyElementsOfTypes(TubePlaced.class, OrderEnded.class);
    assertThat(bench.state().carrier()).isEmpty();
  }

  @Test
  void aPlaceThatWasNotHeardIsAskedFor() {
    var id = placeOrdered().orderId();
    bench.accept(id);
    var robot = new Robot(id, bench.clock.instant()).does(Kind.PLACE, 4, 1, "FD-B");
    assertThat(bench.report(robot.reports(3, TubeOutcome.DONE))).isEmpty();
    assertThat(bench.driver.takeAsked()).containsExactly(id);
  }

  @Test
  void aPutBackIsToldTheSameAgain() {
    var id = placeOrdered().orderId();
    bench.racks.expectMessageClass(RackCommand.ReportLift.class);
    bench.accept(id);
    var robot = new Robot(id, bench.clock.instant()).does(Kind.GRIP, 3).moves(0, 1);
    bench.report(robot.does(Kind.PLACE, 4, 1, "FD-A").reports(2, TubeOutcome.DONE));
    bench.report(robot.does(Kind.PLACE, 4, 1, "").reports(3, TubeOutcome.MISMATCH));
    bench.report(end(robot));
    var report = bench.racks.expectMessageClass(RackCommand.ReportLift.class);
    var ended = bench.state().run().orElseThrow().ended(bench.state().workplace(), 7);
    assertThat(ended.returned()).hasSize(1);
    bench.restart();
    assertThat(bench.racks.expectMessageClass(RackCommand.ReportLift.class))
        .usingRecursiveComparison()
        .ignoringFields("replyTo")
        .isEqualTo(report);
    bench.take(PUT_BACK);
    bench.recordLift("task-2", 7);
    bench.releaseOpening("task-2");
    bench.notices.receiveSeveralMessages(2);
    bench.notices.expectMessage(ended);
  }

  @Test
  void aRecallOutlivesAKillDuringTheTravel() {
    bench.take(LIFT);
    bench.events(new PickerCommand.Recall("task-1"));
    bench.restart();
    bench.restart();
    var end = new Robot("order-1", PickerBench.START).does(Kind.TRAVEL, 3.5).ends();
    bench.status("order-1", new OrderStatus.Over(List.of(end)), false);
    bench.grantOpening("task-1");
    assertThat(bench.state().run().orElseThrow().work()).isEmpty();
    bench.dewars.expectMessageClass(DewarCommand.Release.class);
  }

  @Test
  void aRecallOutlivesAKillBeforeTheDewarHasAnswered() {
    bench.take(LIFT);
    bench.travel();
    bench.events(new PickerCommand.Recall("task-1"));
    bench.restart();
    bench.grantOpening("task-1");
    assertThat(bench.dewars.receiveSeveralMessages(3))
        .hasExactlyElementsOfTypes(
            DewarCommand.Acquire.class, DewarCommand.Release.class, DewarCommand.Release.class);
    bench.take(LIFT);
    bench.releaseOpening("task-1");
    assertThat(bench.notices.expectMessageClass(TaskEnded.class).recalled()).isTrue();
  }

  @Test
  void aRecallOfATaskThatHasNotSetOutYetSendsNothing() {
    var state =
        PickerState.unused(Workplace.of(ExampleStore.PICKER, ExampleStore.store()))
            .taskTaken(LIFT, PickerBench.CAUSE, PickerBench.START)
            .taskRecalled(PickerBench.START.plusSeconds(1));
    assertThat(state.at(TaskRun.Stage.OVER)).isTrue();
    var ended = state.run().orElseThrow().ended(state.workplace(), 0);
    assertThat(ended.recalled()).isTrue();
    assertThat(ended.at()).isEqualTo(PickerBench.START.plusSeconds(1));
  }

  @Test
  void anOperatorsWordOutlivesAKill() {
    bench.act("drain");
    bench.restart();
    assertThat(bench.picture().state()).isEqualTo(State.OUT_OF_SERVICE);
    assertThat(bench.picture().service().revision()).isEqualTo(2);
  }

  @Test
  void aFaultThatHasEndedIsOverAndDewarsHearOfIt() {
    bench.take(LIFT);
    var refused = new Submission.Refused("door.open");
    bench.run(new PickerSignal.Submitted("order-1", refused));
    bench.events(new PickerCommand.Conclude("task-1"));
    bench.restart();
    bench.see(Optional.of(new DeviceSnapshot("P1", List.of(), "", PickerBench.START)));
    bench.expectVacating();
    bench.restart();
    assertThat(bench.picture().state()).isEqualTo(State.AVAILABLE);
    assertThat(bench.picture().station()).isEqualTo("P1");
  }

  /** Task 2 up to the order that puts both tubes of task 1 back. */
  private MotionOrder placeOrdered() {
    lifted();
    bench.events(new PickerCommand.Conclude("task-1"));
    bench.take(PUT_BACK);
    bench.grantOpening("task-2");
    return bench.order();
  }

  /** Task 1 up to the first pick: the rack is up. */
  private Robot liftBegun() {
    bench.take(LIFT);
    bench.travel();
    bench.grantOpening("task-1");
    var id = bench.order().orderId();
    bench.accept(id);
    return new Robot(id, bench.clock.instant()).does(Kind.GRIP, 3).moves(0, 1);
  }

  private void lifted() {
    var robot = liftBegun();
    bench.report(robot.does(Kind.PICK, 5, 1, "FD-A").reports(2, TubeOutcome.DONE));
    bench.report(robot.does(Kind.PICK, 5, 1, "FD-B").reports(3, TubeOutcome.DONE));
    bench.report(end(robot));
    bench.clock.set(robot.now());
  }

  private static DriverEvent end(Robot robot) {
    return robot.moves(1, 0).does(Kind.RELEASE, 2).ends();
  }
}
