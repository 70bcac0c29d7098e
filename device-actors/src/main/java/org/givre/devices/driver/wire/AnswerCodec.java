package org.givre.devices.driver.wire;

import java.util.List;
import java.util.TreeSet;
import org.givre.devices.driver.DeviceSnapshot;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.Factsheet;
import org.givre.devices.driver.OrderStatus;
import org.givre.devices.driver.Submission;
import org.givre.protocols.driver.v1.Accepted;
import org.givre.protocols.driver.v1.Hello;
import org.givre.protocols.driver.v1.Refused;
import org.givre.protocols.driver.v1.Report;
import org.givre.protocols.driver.v1.Snapshot;
import org.givre.protocols.driver.v1.StatusAnswer;
import org.givre.protocols.driver.v1.SubmissionAnswer;

/** What a device answers when it is asked, to and from the wire. */
public final class AnswerCodec {
  private AnswerCodec() {}

  /** What goes over the wire for the {@code answer} to order {@code orderId}. */
  public static SubmissionAnswer encode(String orderId, Submission answer) {
    var wire = SubmissionAnswer.newBuilder().setOrderId(orderId);
    if (answer instanceof Submission.Accepted) {
      wire.setAccepted(Accepted.getDefaultInstance());
    } else if (answer instanceof Submission.Refused refused) {
      wire.setRefused(Refused.newBuilder().setReason(refused.reason()));
    } else if (answer instanceof Submission.Duplicate duplicate) {
      wire.setDuplicate(encode(orderId, duplicate.status()));
    }
    return wire.build();
  }

  /** The answer that {@code wire} stands for. */
  public static Submission decode(SubmissionAnswer wire) {
    return switch (wire.getAnswerCase()) {
      case ACCEPTED -> new Submission.Accepted();
      case REFUSED -> new Submission.Refused(wire.getRefused().getReason());
      case DUPLICATE -> new Submission.Duplicate(decode(wire.getDuplicate()));
      case ANSWER_NOT_SET ->
          throw new IllegalArgumentException(
              "Answer to order %s: accepted, refused or duplicate was expected, none was set"
                  .formatted(wire.getOrderId()));
    };
  }

  /** What goes over the wire for the {@code status} of order {@code orderId}. */
  public static StatusAnswer encode(String orderId, OrderStatus status) {
    var wire = StatusAnswer.newBuilder().setOrderId(orderId);
    if (status instanceof OrderStatus.Unknown) {
      wire.setState(StatusAnswer.State.UNKNOWN);
    } else if (status instanceof OrderStatus.Running running) {
      wire.setState(StatusAnswer.State.RUNNING).addAllReports(encode(running.reports()));
    } else if (status instanceof OrderStatus.Over over) {
      wire.setState(StatusAnswer.State.OVER).addAllReports(encode(over.reports()));
    }
    return wire.build();
  }

  /** The status that {@code wire} stands for. */
  public static OrderStatus decode(StatusAnswer wire) {
    var reports = wire.getReportsList().stream().map(ReportCodec::decode).toList();
    return switch (wire.getState()) {
      case UNKNOWN -> new OrderStatus.Unknown();
      case RUNNING -> new OrderStatus.Running(reports);
      case OVER -> new OrderStatus.Over(reports);
      case STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "Status of order %s: UNKNOWN, RUNNING or OVER was expected, found %s"
                  .formatted(wire.getOrderId(), wire.getState()));
    };
  }

  /** What goes over the wire for {@code snapshot}. */
  public static Snapshot encode(DeviceSnapshot snapshot) {
    return Snapshot.newBuilder()
        .setStation(snapshot.station())
        .addAllCarrier(snapshot.carrier())
        .setRunningOrder(snapshot.runningOrder())
        .setAtMicros(DeviceMicros.of(snapshot.at()))
        .build();
  }

  /** The snapshot that {@code wire} stands for. */
  public static DeviceSnapshot decode(Snapshot wire) {
    return new DeviceSnapshot(
        wire.getStation(),
        wire.getCarrierList(),
        wire.getRunningOrder(),
        DeviceMicros.toInstant(wire.getAtMicros()));
  }

  /** What goes over the wire for {@code factsheet}. */
  public static Hello encode(Factsheet factsheet) {
    return Hello.newBuilder()
        .setDevice(factsheet.device())
        .setDriver(factsheet.driver())
        .setSerial(factsheet.serial())
        .setFirmware(factsheet.firmware())
        .setProtocolVersion(factsheet.protocolVersion())
        .addAllSteps(factsheet.steps())
        .build();
  }

  /** The factsheet that {@code wire} stands for. */
  public static Factsheet decode(Hello wire) {
    return new Factsheet(
        wire.getDevice(),
        wire.getDriver(),
        wire.getSerial(),
        wire.getFirmware(),
        wire.getProtocolVersion(),
        new TreeSet<>(wire.getStepsList()));
  }

  private static List<Report> encode(List<DriverEvent> reports) {
    return reports.stream().map(ReportCodec::encode).toList();
  }
}
