package org.givre.journal.akka;

import akka.NotUsed;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.NoOffset$;
import akka.persistence.query.Offset;
import akka.persistence.query.Sequence;
import akka.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import akka.persistence.query.javadsl.CurrentEventsByTagQuery;
import akka.persistence.query.javadsl.CurrentPersistenceIdsQuery;
import akka.persistence.query.javadsl.EventsByPersistenceIdQuery;
import akka.persistence.query.javadsl.EventsByTagQuery;
import akka.persistence.query.javadsl.PersistenceIdsQuery;
import akka.stream.javadsl.Source;
import java.util.function.Supplier;
import org.givre.journal.akka.EventPages.Span;
import org.givre.journal.store.JournalStore;

/**
 * The read journal for Java. Offsets are {@link Sequence}s: the place of an event among all events
 * of the journal, from 1, without gaps; a query begins after the offset that it is given. Queries
 * named {@code current} end with what was durable when they were started; the others go on.
 *
 * <p>A stream fails with {@link org.givre.journal.store.JournalDamage} where an event that must be
 * there is missing or changed, and with {@link org.givre.journal.store.JournalStopped} when the
 * journal is closed.
 */
public final class JavaReadJournal
    implements EventsByTagQuery,
        CurrentEventsByTagQuery,
        EventsByPersistenceIdQuery,
        CurrentEventsByPersistenceIdQuery,
        PersistenceIdsQuery,
        CurrentPersistenceIdsQuery {
  /** Id of the usual journal's. */
  public static final String IDENTIFIER = JournalExtension.ROOT + ".read";

  private final Reading reading;

  JavaReadJournal(Reading reading) {
    this.reading = reading;
  }

  /** All events after an offset, live. */
  public Source<EventEnvelope, NotUsed> events(Offset after) {
    var offset = number(after);
    return live(() -> EventPages.of(store(), reading.envelopes(), Span.after(offset)));
  }

  /** All events after an offset. Those that were deleted are among them. */
  public Source<EventEnvelope, NotUsed> currentEvents(Offset after) {
    var offset = number(after);
    return current(() -> EventPages.of(store(), reading.envelopes(), span(offset)));
  }

  @Override
  public Source<EventEnvelope, NotUsed> eventsByTag(String tag, Offset after) {
    var offset = number(after);
    return live(() -> EventPages.tagged(tag, store(), reading.envelopes(), Span.after(offset)));
  }

  @Override
  public Source<EventEnvelope, NotUsed> currentEventsByTag(String tag, Offset after) {
    var offset = number(after);
    return current(() -> EventPages.tagged(tag, store(), reading.envelopes(), span(offset)));
  }

  @Override
  public Source<EventEnvelope, NotUsed> eventsByPersistenceId(
      String persistenceId, long from, long to) {
    var range = new OwnerPages.Range(from, to);
    return live(() -> new OwnerPages(store(), reading.envelopes(), persistenceId, range));
  }

  @Override
  public Source<EventEnvelope, NotUsed> currentEventsByPersistenceId(
      String persistenceId, long from, long to) {
    return current(
        () -> {
          var end = Math.min(to, store().highestSequenceNumber(persistenceId));
          var range = new OwnerPages.Range(from, end);
          return new OwnerPages(store(), reading.envelopes(), persistenceId, range);
        });
  }

  @Override
  public Source<String, NotUsed> persistenceIds() {
    return live(() -> new IdPages(store(), reading.pageEvents()));
  }

  @Override
  public Source<String, NotUsed> currentPersistenceIds() {
    return current(() -> new IdPages(store(), reading.pageEvents()));
  }

  private JournalStore store() {
    return reading.journal().open();
  }

  private Span span(long after) {
    return new Span(after, store().lastOffset());
  }

  private <T> Source<T, NotUsed> live(Supplier<Pages<T>> opening) {
    return Source.fromGraph(new PageSource<>(store(), reading.readers(), true, opening));
  }

  private <T> Source<T, NotUsed> current(Supplier<Pages<T>> opening) {
    return Source.fromGraph(new PageSource<>(store(), reading.readers(), false, opening));
  }

  private static long number(Offset offset) {
    if (offset instanceof Sequence sequence) {
      return sequence.value();
    }
    if (offset == NoOffset$.MODULE$) {
      return 0;
    }
    throw new IllegalArgumentException(
        "Offsets of the journal are sequences; found a %s".formatted(offset.getClass().getName()));
  }
}
