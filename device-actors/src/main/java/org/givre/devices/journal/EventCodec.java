package org.givre.devices.journal;

import java.util.Optional;
import org.givre.protocols.journal.v1.Envelope;

/**
 * Translates the events of one kind of entity to and from their protobuf form. Implementations are
 * stateless, have a public no-argument constructor and are named in {@code givre.journal.codecs}.
 */
public interface EventCodec<E extends JournalEvent> {
  /** The sealed interface whose events this codec translates. */
  Class<E> type();

  /** Puts {@code event} into the envelope's oneof. */
  void write(E event, Envelope.Builder envelope);

  /** Reads the event, if the envelope holds one of this kind. */
  Optional<E> read(Envelope envelope);

  /** The bug that {@link #write} meets in an event that it has no message for. */
  static IllegalArgumentException noMessageFor(JournalEvent event) {
    return new IllegalArgumentException(
        "No message of journal/v1 for %s; add one, and write and read it in the codec"
            .formatted(event.getClass().getName()));
  }
}
