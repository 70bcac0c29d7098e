package org.givre.journal.akka;

import akka.persistence.query.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import org.givre.journal.store.JournalStore;

/** Pages of one persistence id's events, by sequence number. */
final class OwnerPages implements Pages<EventEnvelope> {
  private final JournalStore store;
  private final Envelopes envelopes;
  private final String persistenceId;
  private final long to;
  private volatile long next;

  /**
   * From a sequence number to another.
   *
   * @param range both inclusive
   */
  OwnerPages(JournalStore store, Envelopes envelopes, String persistenceId, Range range) {
    this.store = store;
    this.envelopes = envelopes;
    this.persistenceId = persistenceId;
    this.next = Math.max(1, range.from());
    this.to = range.to();
  }

  /** Sequence numbers, both inclusive. */
  record Range(long from, long to) {}

  @Override
  public boolean mayHaveMore() {
    return next <= Math.min(to, store.highestSequenceNumber(persistenceId));
  }

  @Override
  public List<EventEnvelope> next() {
    var end = Math.min(to, store.highestSequenceNumber(persistenceId));
    var events = store.replay(persistenceId, next, to, envelopes.page());
    var page = new ArrayList<EventEnvelope>(events.size());
    events.forEach(event -> envelopes.add(event, page));
    next =
        1
            + (events.isEmpty()
                ? Math.max(next - 1, end)
                : events.get(events.size() - 1).sequenceNumber());
    return page;
  }

  @Override
  public boolean isEnded() {
    return next > to;
  }
}
