package org.givre.journal.akka;

import akka.persistence.PersistentRepr;
import akka.persistence.journal.EventAdapters;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import java.util.List;
import org.givre.journal.store.PageLimit;
import org.givre.journal.store.StoredEvent;

/**
 * Makes what queries answer of stored events, through the event adapters of the journal plug-in.
 * For one stream.
 */
final class Envelopes {
  private final EventCodec.Decoder decoder;
  private final EventAdapters adapters;
  private final PageLimit page;

  Envelopes(EventCodec.Decoder decoder, EventAdapters adapters, int pageEvents) {
    this.decoder = decoder;
    this.adapters = adapters;
    this.page = new PageLimit(pageEvents, Pages.BYTES);
  }

  /** What is read at once. */
  PageLimit page() {
    return page;
  }

  /** Adds an event; an adapter may make none or several of it, all with its offset. */
  void add(StoredEvent stored, List<EventEnvelope> page) {
    var event = decoder.decode(stored);
    adapters
        .get(event.payload().getClass())
        .fromJournal(event.payload(), event.manifest())
        .events()
        .foreach(adapted -> page.add(envelope(stored, event, adapted)));
  }

  private static EventEnvelope envelope(StoredEvent stored, PersistentRepr event, Object adapted) {
    return EventEnvelope.apply(
        Offset.sequence(stored.offset()),
        stored.persistenceId(),
        stored.sequenceNumber(),
        adapted,
        event.timestamp(),
        event.metadata());
  }
}
