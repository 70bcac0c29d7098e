package org.givre.devices.dewar;

import java.util.Optional;
import org.givre.devices.action.ActionMessage;
import org.givre.devices.journal.EventCodec;
import org.givre.plans.store.PickerId;
import org.givre.protocols.journal.v1.DewarActed;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.OpeningGranted;
import org.givre.protocols.journal.v1.OpeningReleased;

/** Translates the events of dewars to and from {@code journal/v1/dewar.proto}. */
public final class DewarCodec implements EventCodec<DewarEvent> {
  @Override
  public Class<DewarEvent> type() {
    return DewarEvent.class;
  }

  @Override
  public void write(DewarEvent event, Envelope.Builder envelope) {
    var message = envelope.getDewarBuilder();
    if (event instanceof DewarEvent.OpeningGranted granted) {
      message.setOpeningGranted(
          OpeningGranted.newBuilder()
              .setTaskId(granted.taskId())
              .setPicker(granted.picker().value()));
    } else if (event instanceof DewarEvent.OpeningReleased released) {
      message.setOpeningReleased(
          OpeningReleased.newBuilder()
              .setTaskId(released.taskId())
              .setCarouselSlot(released.carouselSlot()));
    } else if (event instanceof DewarEvent.DewarActed acted) {
      message.setDewarActed(DewarActed.newBuilder().setAction(ActionMessage.of(acted.action())));
    } else {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<DewarEvent> read(Envelope envelope) {
    var message = envelope.getDewar();
    return switch (message.getEventCase()) {
      case OPENING_GRANTED -> Optional.of(granted(message.getOpeningGranted()));
      case OPENING_RELEASED -> Optional.of(released(message.getOpeningReleased()));
      case DEWAR_ACTED -> Optional.of(acted(message.getDewarActed()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static DewarEvent granted(OpeningGranted message) {
    return new DewarEvent.OpeningGranted(message.getTaskId(), new PickerId(message.getPicker()));
  }

  private static DewarEvent released(OpeningReleased message) {
    return new DewarEvent.OpeningReleased(message.getTaskId(), message.getCarouselSlot());
  }

  private static DewarEvent acted(DewarActed message) {
    return new DewarEvent.DewarActed(ActionMessage.toAction(message.getAction()));
  }
}
