package org.givre.orchestrator.feed;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.persistence.query.Sequence;
import akka.persistence.query.javadsl.CurrentEventsByTagQuery;
import akka.persistence.query.javadsl.EventsByTagQuery;
import akka.stream.javadsl.Source;
import org.givre.devices.journal.Recorded;

/** The feed over Akka's persistence query: events tagged {@value #TAG}, offsets are sequences. */
public final class JournalFeed implements EventFeed {
  /** Every event of every owner carries this tag. */
  public static final String TAG = "all";

  private final EventsByTagQuery live;
  private final CurrentEventsByTagQuery stored;

  private JournalFeed(EventsByTagQuery live, CurrentEventsByTagQuery stored) {
    this.live = live;
    this.stored = stored;
  }

  /**
   * Reads through the plug-in configured at {@code readJournalId}, such as {@code
   * givre-journal.read}.
   */
  public static JournalFeed of(ActorSystem<?> system, String readJournalId) {
    var query = PersistenceQuery.get(system);
    return new JournalFeed(
        query.getReadJournalFor(EventsByTagQuery.class, readJournalId),
        query.getReadJournalFor(CurrentEventsByTagQuery.class, readJournalId));
  }

  @Override
  public Source<FeedEvent, NotUsed> after(long offset) {
    return live.eventsByTag(TAG, Offset.sequence(offset)).map(JournalFeed::event);
  }

  @Override
  public Source<FeedEvent, NotUsed> storedAfter(long offset) {
    return stored.currentEventsByTag(TAG, Offset.sequence(offset)).map(JournalFeed::event);
  }

  private static FeedEvent event(EventEnvelope envelope) {
    if (envelope.offset() instanceof Sequence sequence
        && envelope.event() instanceof Recorded<?> recorded) {
      return new FeedEvent(
          sequence.value(), envelope.persistenceId(), envelope.sequenceNr(), recorded);
    }
    throw new IllegalStateException(
        "Event %d of %s must be a recorded event at a sequence; found a %s at %s"
            .formatted(
                envelope.sequenceNr(),
                envelope.persistenceId(),
                envelope.event().getClass().getName(),
                envelope.offset()));
  }
}
