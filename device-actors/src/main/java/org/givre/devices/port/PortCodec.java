package org.givre.devices.port;

import java.util.Optional;
import org.givre.devices.action.ActionMessage;
import org.givre.devices.journal.EventCodec;
import org.givre.devices.journal.Micros;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.TubeId;
import org.givre.protocols.journal.v1.DockGranted;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.PortActed;
import org.givre.protocols.journal.v1.ReceivedTube;
import org.givre.protocols.journal.v1.TubesReceived;

/** Translates the events of ports to and from {@code journal/v1/port.proto}. */
public final class PortCodec implements EventCodec<PortEvent> {
  @Override
  public Class<PortEvent> type() {
    return PortEvent.class;
  }

  @Override
  public void write(PortEvent event, Envelope.Builder envelope) {
    var message = envelope.getPortBuilder();
    if (event instanceof PortEvent.DockGranted granted) {
      message.setDockGranted(toMessage(granted));
    } else if (event instanceof PortEvent.TubesReceived received) {
      message.setTubesReceived(toMessage(received));
    } else if (event instanceof PortEvent.PortActed acted) {
      message.setPortActed(PortActed.newBuilder().setAction(ActionMessage.of(acted.action())));
    } else {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<PortEvent> read(Envelope envelope) {
    var message = envelope.getPort();
    return switch (message.getEventCase()) {
      case DOCK_GRANTED -> Optional.of(granted(message.getDockGranted()));
      case TUBES_RECEIVED -> Optional.of(received(message.getTubesReceived()));
      case PORT_ACTED -> Optional.of(acted(message.getPortActed()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static PortEvent acted(PortActed message) {
    return new PortEvent.PortActed(ActionMessage.toAction(message.getAction()));
  }

  private static DockGranted toMessage(PortEvent.DockGranted granted) {
    return DockGranted.newBuilder()
        .setTaskId(granted.taskId())
        .setPicker(granted.picker().value())
        .addAllSlots(granted.slots())
        .build();
  }

  private static PortEvent granted(DockGranted message) {
    return new PortEvent.DockGranted(
        message.getTaskId(), new PickerId(message.getPicker()), message.getSlotsList());
  }

  private static TubesReceived toMessage(PortEvent.TubesReceived received) {
    return TubesReceived.newBuilder()
        .setTaskId(received.taskId())
        .addAllTubes(received.tubes().stream().map(PortCodec::toMessage).toList())
        .setClearedMicros(Micros.of(received.cleared()))
        .build();
  }

  private static PortEvent received(TubesReceived message) {
    return new PortEvent.TubesReceived(
        message.getTaskId(),
        message.getTubesList().stream().map(PortCodec::received).toList(),
        Micros.toInstant(message.getClearedMicros()));
  }

  private static ReceivedTube toMessage(PortEvent.ReceivedTube received) {
    return ReceivedTube.newBuilder()
        .setBarcode(received.tube().value())
        .setSlot(received.slot())
        .setAtMicros(Micros.of(received.at()))
        .build();
  }

  private static PortEvent.ReceivedTube received(ReceivedTube message) {
    return new PortEvent.ReceivedTube(
        new TubeId(message.getBarcode()),
        message.getSlot(),
        Micros.toInstant(message.getAtMicros()));
  }
}
