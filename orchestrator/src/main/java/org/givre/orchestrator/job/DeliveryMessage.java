package org.givre.orchestrator.job;

import org.givre.devices.journal.Micros;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.RequestDelivered;

/** Translates a delivery to and from its protobuf form. */
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
}
