package org.givre.devices.driver.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.OrderOutcome;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Factsheet;
import org.givre.devices.driver.Motion;
import org.givre.devices.driver.MotionOrder;
import org.givre.devices.driver.MotionStep;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.protocols.driver.v1.Hello;
import org.givre.protocols.driver.v1.Order;
import org.givre.protocols.driver.v1.Report;
import org.givre.protocols.driver.v1.Snapshot;
import org.givre.protocols.driver.v1.StatusAnswer;
import org.givre.protocols.driver.v1.Step;
import org.givre.protocols.driver.v1.StepDone;
import org.givre.protocols.driver.v1.SubmissionAnswer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WireRoundTripTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00.000001Z");

  private static List<Motion> motions() {
    return Arrays.stream(Motion.Kind.values())
        .map(kind -> new Motion(kind, START, START.plusMillis(1500), 2, 3, "T1"))
        .toList();
  }

  /** A sample of every kind there is; a kind without one is found. */
  private static void assertComplete(Class<?> family, List<?> samples) {
    assertThat(samples.stream().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(family.getPermittedSubclasses());
  }

  @Nested
  class Orders {
    @Test
    void everyStepComesBackAsItWent() throws InvalidProtocolBufferException {
      var steps =
          List.<MotionStep>of(
              new MotionStep.MoveTo("D1"),
              new MotionStep.RotateTo("D1", 11),
              new MotionStep.LiftRack("D1-R12", 3),
              new MotionStep.LowerRack("D1-R12"),
              new MotionStep.ExtractBox("D1-R12", 3),
              new MotionStep.InsertBox("D1-R12", 3),
              new MotionStep.PickTube("D1-R12", 3, "A1", "T1"),
              new MotionStep.PlaceTube("D1-R12", 3, "J10", "T1"),
              new MotionStep.Dock("P1"),
              new MotionStep.Unload("P1", 4, "T1"));
      assertComplete(MotionStep.class, steps);
      var order = new MotionOrder("order-1", 1L << 40, 7, steps);
      var bytes = OrderCodec.encode(order).toByteArray();
      assertThat(OrderCodec.decode(Order.parseFrom(bytes))).isEqualTo(order);
    }

    @Test
    void aStepOfNoKnownKindIsRefused() {
      var order = Order.newBuilder().addSteps(Step.getDefaultInstance()).build();
      assertThatThrownBy(() -> OrderCodec.decode(order)).hasMessageContaining("none was set");
    }
  }

  @Nested
  class Reports {
    @Test
    void everyEventComesBackAsItWent() throws InvalidProtocolBufferException {
      var events =
          List.of(
              new DriverEvent.Started("order-1", START),
              new DriverEvent.StepDone("order-1", 2, TubeOutcome.DONE, motions()),
              new DriverEvent.StepDone("order-1", 2, TubeOutcome.EMPTY, List.of()),
              new DriverEvent.StepDone("order-1", 2, TubeOutcome.MISMATCH, motions()),
              new DriverEvent.Ended("order-1", OrderOutcome.SUCCEEDED, START, motions(), ""),
              new DriverEvent.Ended("order-1", OrderOutcome.FAILED, START, List.of(), "grip.lost"),
              new DriverEvent.Ended("order-1", OrderOutcome.CANCELLED, START, List.of(), ""));
      assertComplete(DriverEvent.class, events);
      for (var event : events) {
        var bytes = ReportCodec.encode(event).toByteArray();
        assertThat(ReportCodec.decode(Report.parseFrom(bytes))).isEqualTo(event);
      }
    }

    @Test
    void whatIsFinerThanAMicrosecondIsCutOff() {
      var event = new DriverEvent.Started("order-1", START.plusNanos(999));
      assertThat(ReportCodec.decode(ReportCodec.encode(event)))
          .isEqualTo(new DriverEvent.Started("order-1", START));
    }

    @Test
    void aReportWithoutContentIsRefused() {
      assertThatThrownBy(() -> ReportCodec.decode(Report.getDefaultInstance()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("none was set");
      var noOutcome = Report.newBuilder().setStepDone(StepDone.getDefaultInstance()).build();
      assertThatThrownBy(() -> ReportCodec.decode(noOutcome))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("OUTCOME_UNSPECIFIED");
    }
  }

  @Nested
  class Answers {
    private final List<OrderStatus> statuses =
        List.of(
            new OrderStatus.Unknown(),
            new OrderStatus.Running(List.of(new DriverEvent.Started("order-1", START))),
            new OrderStatus.Over(
                List.of(
                    new DriverEvent.Ended(
                        "order-1", OrderOutcome.SUCCEEDED, START, List.of(), ""))));

    @Test
    void everyStatusComesBackAsItWent() throws InvalidProtocolBufferException {
      assertComplete(OrderStatus.class, statuses);
      for (var status : statuses) {
        var bytes = AnswerCodec.encode("order-1", status).toByteArray();
        assertThat(AnswerCodec.decode(StatusAnswer.parseFrom(bytes))).isEqualTo(status);
      }
    }

    @Test
    void everySubmissionComesBackAsItWent() throws InvalidProtocolBufferException {
      var answers =
          List.of(
              new Submission.Accepted(),
              new Submission.Refused("busy"),
              new Submission.Duplicate(statuses.get(1)));
      assertComplete(Submission.class, answers);
      for (var answer : answers) {
        var bytes = AnswerCodec.encode("order-1", answer).toByteArray();
        assertThat(AnswerCodec.decode(SubmissionAnswer.parseFrom(bytes))).isEqualTo(answer);
      }
    }

    @Test
    void snapshotAndFactsheetComeBackAsTheyWent() throws InvalidProtocolBufferException {
      var snapshot = new DeviceSnapshot("D1", List.of("T2", "T1"), "order-1", START);
      var snapshotBytes = AnswerCodec.encode(snapshot).toByteArray();
      assertThat(AnswerCodec.decode(Snapshot.parseFrom(snapshotBytes))).isEqualTo(snapshot);
      var factsheet =
          new Factsheet(
              "picker-1", "simulated", "4711", "1.2", "driver/v1", new TreeSet<>(List.of("Dock")));
      var factsheetBytes = AnswerCodec.encode(factsheet).toByteArray();
      assertThat(AnswerCodec.decode(Hello.parseFrom(factsheetBytes))).isEqualTo(factsheet);
    }

    @Test
    void anAnswerWithoutContentIsRefused() {
      assertThatThrownBy(() -> AnswerCodec.decode(StatusAnswer.getDefaultInstance()))
          .hasMessageContaining("STATE_UNSPECIFIED");
      assertThatThrownBy(() -> AnswerCodec.decode(SubmissionAnswer.getDefaultInstance()))
          .hasMessageContaining("none was set");
    }
  }
}
