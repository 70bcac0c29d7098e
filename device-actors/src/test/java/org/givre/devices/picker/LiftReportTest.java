package org.givre.devices.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import java.util.List;
import org.assertj.core.data.Offset;
import org.givre.devices.driver.Motion.Kind;
import org.givre.devices.picker.PickerEvent.OrderCreated;
import org.givre.devices.picker.PickerEvent.OrderEnded;
import org.givre.devices.picker.PickerEvent.Outcome;
import org.givre.devices.picker.PickerEvent.Purpose;
import org.givre.devices.picker.PickerEvent.TubePicked;
import org.givre.devices.picker.PickerTask.LiftTask;
import org.givre.devices.picker.PickerTask.TubeToPick;
import org.givre.devices.rack.RackCommand.LiftRecorded;
import org.givre.devices.rack.RackCommand.ReportLift;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The parked lift of the worked example of {@code planning.md}, section 11. */
class LiftReportTest {
  private static final ActorTestKit AKKA = ActorTestKit.create();
  private static final Offset<Double> EXACT = within(1e-6);
  private static final LiftTask TASK =
      new LiftTask(
          "task-1",
          ExampleStore.DEWAR,
          PickerBench.RACK,
          LiftMode.PARK,
          List.of(pick("T2", "A1", 0), pick("T3", "A2", 1)));

  private final Robot robot = new Robot("order-1", PickerBench.START);

  @AfterAll
  static void stopAkka() {
    AKKA.shutdownTestKit();
  }

  @Test
  void hasTheExposureOfEveryBox() {
    var boxes = report().boxes();
    assertThat(boxes).hasSize(3);
    assertThat(boxes.get(0).weightedSeconds()).isCloseTo(14.8, EXACT);
    assertThat(boxes.get(1).weightedSeconds()).isCloseTo(11.54, EXACT);
    assertThat(boxes.get(1).seconds()).isCloseTo(23.6, EXACT);
    assertThat(boxes.get(2).seconds()).isZero();
  }

  @Test
  void hasTheExposureOfEveryTubeThatWasTaken() {
    var taken = report().taken();
    assertThat(taken.get(0).weightedSeconds()).isCloseTo(5.72 + 5, EXACT);
    assertThat(taken.get(1).weightedSeconds()).isCloseTo(6.22 + 5, EXACT);
  }

  @Test
  void lastsFromTheFirstMotionToTheEnd() {
    var report = report();
    assertThat(report.started()).isEqualTo(PickerBench.START);
    assertThat(report.ended()).isEqualTo(PickerBench.START.plusMillis(31_400));
  }

  private ReportLift report() {
    var state = lifted();
    var run = state.run().orElseThrow();
    var order = run.order().orElseThrow();
    return new LiftReport(TASK, run, order, state.workplace())
        .to(PickerBench.CAUSE, AKKA.<LiftRecorded>createTestProbe().ref());
  }

  private PickerState lifted() {
    var at = PickerBench.START;
    var state =
        PickerState.unused(Workplace.of(ExampleStore.PICKER, ExampleStore.store()))
            .taskTaken(TASK, PickerBench.CAUSE, at)
            .orderCreated(new OrderCreated("order-1", 1, 1, Purpose.WORK, "D1", List.of()));
    robot.does(Kind.ROTATE, 1.6).does(Kind.GRIP, 3).moves(0, 2).does(Kind.SETTLE, 1, 2, "");
    robot.does(Kind.EJECT, 4, 2, "").moves(2, 0).does(Kind.PICK, 5, 2, "T2");
    state = state.tubePicked(picked(4, "T2"), at);
    robot.does(Kind.PICK, 5, 2, "T3");
    state = state.tubePicked(picked(5, "T3"), at);
    robot.moves(0, 2).does(Kind.SETTLE, 1, 2, "").does(Kind.INSERT, 4, 2, "").moves(2, 0);
    var end = robot.does(Kind.RELEASE, 2).take();
    return state.orderEnded(new OrderEnded("order-1", Outcome.SUCCEEDED, robot.now(), "", end), at);
  }

  private TubePicked picked(int step, String tube) {
    return new TubePicked("order-1", step, new TubeId(tube), robot.take());
  }

  private static TubeToPick pick(String tube, String well, int request) {
    return new TubeToPick(new TubeId(tube), 2, Well.parse(well), PickerBench.JOB, request);
  }
}
