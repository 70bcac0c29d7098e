package org.givre.orchestrator.job;

import org.givre.devices.journal.Micros;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;
import org.givre.protocols.journal.v1.RequestDelivered;
import org.givre.protocols.journal.v1.RequestReturned;

/** Translates a delivery, and a return to a rack, to and from their protobuf form. */
final class DeliveryMessage {
  private DeliveryMessage() {}

  static RequestDelivered of(JobEvent.RequestDelivered delivered) {
    return RequestDelivered.newBuilder()
        .setTaskId(delivered.taskId())
        .setRequest(delivered.request())
        .setBarcode(delivered.tube().value())
        .setPort(delivered.port().value())
        .setSlot(delivered.slot())
        .setAtMicros(Micros.of(delivered.at()))
        .setSeconds(delivered.seconds())
        .setWeightedSeconds(delivered.weightedSeconds())
        .setPeakCelsius(delivered.peakCelsius())
        .build();
  }

  static JobEvent delivered(RequestDelivered message) {
    return new JobEvent.RequestDelivered(
        message.getTaskId(),
        message.getRequest(),
        new TubeId(message.getBarcode()),
        new PortId(message.getPort()),
        message.getSlot(),
        Micros.toInstant(message.getAtMicros()),
        message.getSeconds(),
        message.getWeightedSeconds(),
        message.getPeakCelsius());
  }

  static RequestReturned of(JobEvent.RequestReturned returned) {
    return RequestReturned.newBuilder()
        .setTaskId(returned.taskId())
        .setRequest(returned.request())
        .setBarcode(returned.tube().value())
        .setRack(returned.position().rack().value())
        .setLevel(returned.position().level())
        .setWell(returned.position().well().label())
        .setAtMicros(Micros.of(returned.at()))
        .setSeconds(returned.seconds())
        .setWeightedSeconds(returned.weightedSeconds())
        .setPeakCelsius(returned.peakCelsius())
        .build();
  }

  static JobEvent returned(RequestReturned message) {
    return new JobEvent.RequestReturned(
        message.getTaskId(),
        message.getRequest(),
        new TubeId(message.getBarcode()),
        new Position(
            new RackId(message.getRack()), message.getLevel(), Well.parse(message.getWell())),
        Micros.toInstant(message.getAtMicros()),
        message.getSeconds(),
        message.getWeightedSeconds(),
        message.getPeakCelsius());
  }
}
