package org.givre.journal.akka;

import akka.persistence.query.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.PageLimit;
import org.givre.journal.store.StoredEvent;

/**
 * Pages of events in their one order, after an offset and up to another.
 *
 * <p>Nothing is skipped: a page after which there may be no more has all events up to the offset
 * that was the last before it was read, and only then that offset is passed.
 */
abstract class EventPages implements Pages<EventEnvelope> {
  private final JournalStore store;
  private final Envelopes envelopes;
  private final long upTo;
  private volatile long passed;

  private EventPages(JournalStore store, Envelopes envelopes, Span span) {
    this.store = store;
    this.envelopes = envelopes;
    this.passed = span.after();
    this.upTo = span.upTo();
  }

  /**
   * Offsets.
   *
   * @param after exclusive
   * @param upTo inclusive
   */
  record Span(long after, long upTo) {
    /** All that comes. */
    static Span after(long offset) {
      return new Span(offset, Long.MAX_VALUE);
    }
  }

  /** All events. */
  static EventPages of(JournalStore store, Envelopes envelopes, Span span) {
    return new EventPages(store, envelopes, span) {
      @Override
      long last() {
        return store.lastOffset();
      }

      @Override
      List<StoredEvent> read(long after, PageLimit limit) {
        return store.events(after, limit);
      }
    };
  }

  /** Events with a tag. */
  static EventPages tagged(String tag, JournalStore store, Envelopes envelopes, Span span) {
    return new EventPages(store, envelopes, span) {
      @Override
      long last() {
        return store.lastOffset(tag);
      }

      @Override
      List<StoredEvent> read(long after, PageLimit limit) {
        return store.events(tag, after, limit);
      }
    };
  }

  /** An offset after which there is nothing now. */
  abstract long last();

  abstract List<StoredEvent> read(long after, PageLimit limit);

  @Override
  public boolean mayHaveMore() {
    return passed < Math.min(upTo, last());
  }

  @Override
  public List<EventEnvelope> next() {
    var end = Math.min(upTo, store.lastOffset());
    var last = Math.min(end, last());
    var events = read(passed, envelopes.page());
    var page = new ArrayList<EventEnvelope>(events.size());
    for (var event : events) {
      if (event.offset() <= upTo) {
        envelopes.add(event, page);
      }
    }
    var reached = events.isEmpty() ? passed : events.get(events.size() - 1).offset();
    passed = events.isEmpty() || reached >= last ? Math.max(reached, end) : reached;
    return page;
  }

  @Override
  public boolean isEnded() {
    return passed >= upTo;
  }
}
