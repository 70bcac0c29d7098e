package org.givre.orchestrator.session;

import java.util.Optional;
import org.givre.devices.journal.EventCodec;
import org.givre.protocols.journal.v1.Envelope;
import org.givre.protocols.journal.v1.SessionStarted;

/** Translates the events of sessions to and from {@code journal/v1/session.proto}. */
public final class SessionCodec implements EventCodec<SessionEvent> {
  @Override
  public Class<SessionEvent> type() {
    return SessionEvent.class;
  }

  @Override
  public void write(SessionEvent event, Envelope.Builder envelope) {
    if (event instanceof SessionEvent.SessionStarted started) {
      envelope
          .getSessionBuilder()
          .setSessionStarted(
              SessionStarted.newBuilder()
                  .setVersion(started.version())
                  .setSpeed(started.speed())
                  .setSeed(started.seed())
                  .setSimulated(started.simulated()));
    } else {
      throw EventCodec.noMessageFor(event);
    }
  }

  @Override
  public Optional<SessionEvent> read(Envelope envelope) {
    var message = envelope.getSession();
    return switch (message.getEventCase()) {
      case SESSION_STARTED -> Optional.of(started(message.getSessionStarted()));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  private static SessionEvent started(SessionStarted message) {
    return new SessionEvent.SessionStarted(
        message.getVersion(), message.getSpeed(), message.getSeed(), message.getSimulated());
  }
}
