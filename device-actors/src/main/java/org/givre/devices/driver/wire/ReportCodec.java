package org.givre.devices.driver.wire;

import java.util.List;
import org.givre.devices.driver.DriverEvent;
import org.givre.devices.driver.DriverEvent.OrderOutcome;
import org.givre.devices.driver.DriverEvent.TubeOutcome;
import org.givre.devices.driver.Motion;
import org.givre.protocols.driver.v1.Ended;
import org.givre.protocols.driver.v1.Report;
import org.givre.protocols.driver.v1.Started;
import org.givre.protocols.driver.v1.StepDone;

/** What a device reports, to and from the wire. Enums have the same names on both sides. */
public final class ReportCodec {
  private ReportCodec() {}

  /** What goes over the wire for {@code event}. */
  public static Report encode(DriverEvent event) {
    var wire = Report.newBuilder().setOrderId(event.orderId());
    if (event instanceof DriverEvent.Started started) {
      wire.setStarted(Started.newBuilder().setAtMicros(DeviceMicros.of(started.at())));
    } else if (event instanceof DriverEvent.StepDone done) {
      wire.setStepDone(
          StepDone.newBuilder()
              .setStep(done.step())
              .setOutcome(encode(done.outcome()))
              .addAllMotions(encode(done.motions())));
    } else if (event instanceof DriverEvent.Ended ended) {
      wire.setEnded(
          Ended.newBuilder()
              .setOutcome(Ended.Outcome.valueOf(ended.outcome().name()))
              .setAtMicros(DeviceMicros.of(ended.at()))
              .addAllMotions(encode(ended.motions()))
              .setFault(ended.fault()));
    }
    return wire.build();
  }

  /** The event that {@code wire} stands for. */
  public static DriverEvent decode(Report wire) {
    var order = wire.getOrderId();
    return switch (wire.getReportCase()) {
      case STARTED ->
          new DriverEvent.Started(order, DeviceMicros.toInstant(wire.getStarted().getAtMicros()));
      case STEP_DONE -> decode(order, wire.getStepDone());
      case ENDED -> decode(order, wire.getEnded());
      case REPORT_NOT_SET ->
          throw new IllegalArgumentException(
              "Report of order %s: started, step_done or ended was expected, none was set"
                  .formatted(order));
    };
  }

  private static DriverEvent decode(String order, StepDone done) {
    return new DriverEvent.StepDone(
        order, done.getStep(), decode(done.getOutcome()), decode(done.getMotionsList()));
  }

  private static DriverEvent decode(String order, Ended ended) {
    return new DriverEvent.Ended(
        order,
        OrderOutcome.valueOf(ended.getOutcome().name()),
        DeviceMicros.toInstant(ended.getAtMicros()),
        decode(ended.getMotionsList()),
        ended.getFault());
  }

  /** What goes over the wire for {@code outcome}. */
  public static StepDone.Outcome encode(TubeOutcome outcome) {
    return StepDone.Outcome.valueOf(outcome.name());
  }

  /** The outcome that {@code wire} stands for; refuses one that was not given. */
  public static TubeOutcome decode(StepDone.Outcome wire) {
    return TubeOutcome.valueOf(wire.name());
  }

  /** What goes over the wire for {@code motions}. */
  public static List<org.givre.protocols.driver.v1.Motion> encode(List<Motion> motions) {
    return motions.stream().map(ReportCodec::encode).toList();
  }

  /** The motions that {@code wire} stands for. */
  public static List<Motion> decode(List<org.givre.protocols.driver.v1.Motion> wire) {
    return wire.stream().map(ReportCodec::decode).toList();
  }

  private static org.givre.protocols.driver.v1.Motion encode(Motion motion) {
    return org.givre.protocols.driver.v1.Motion.newBuilder()
        .setKind(org.givre.protocols.driver.v1.Motion.Kind.valueOf(motion.kind().name()))
        .setStartMicros(DeviceMicros.of(motion.start()))
        .setEndMicros(DeviceMicros.of(motion.end()))
        .setFrom(motion.from())
        .setTo(motion.to())
        .setTube(motion.tube())
        .build();
  }

  private static Motion decode(org.givre.protocols.driver.v1.Motion wire) {
    return new Motion(
        Motion.Kind.valueOf(wire.getKind().name()),
        DeviceMicros.toInstant(wire.getStartMicros()),
        DeviceMicros.toInstant(wire.getEndMicros()),
        wire.getFrom(),
        wire.getTo(),
        wire.getTube());
  }
}
