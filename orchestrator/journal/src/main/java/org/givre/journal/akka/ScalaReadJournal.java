package org.givre.journal.akka;

import akka.NotUsed;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.scaladsl.CurrentEventsByPersistenceIdQuery;
import akka.persistence.query.scaladsl.CurrentEventsByTagQuery;
import akka.persistence.query.scaladsl.CurrentPersistenceIdsQuery;
import akka.persistence.query.scaladsl.EventsByPersistenceIdQuery;
import akka.persistence.query.scaladsl.EventsByTagQuery;
import akka.persistence.query.scaladsl.PersistenceIdsQuery;
import akka.stream.scaladsl.Source;

/** The read journal for Scala: as {@link JavaReadJournal}. */
public final class ScalaReadJournal
    implements EventsByTagQuery,
        CurrentEventsByTagQuery,
        EventsByPersistenceIdQuery,
        CurrentEventsByPersistenceIdQuery,
        PersistenceIdsQuery,
        CurrentPersistenceIdsQuery {
  private final JavaReadJournal java;

  ScalaReadJournal(JavaReadJournal java) {
    this.java = java;
  }

  /** All events after an offset, live. */
  public Source<EventEnvelope, NotUsed> events(Offset after) {
    return java.events(after).asScala();
  }

  /** All events after an offset. Those that were deleted are among them. */
  public Source<EventEnvelope, NotUsed> currentEvents(Offset after) {
    return java.currentEvents(after).asScala();
  }

  @Override
  public Source<EventEnvelope, NotUsed> eventsByTag(String tag, Offset after) {
    return java.eventsByTag(tag, after).asScala();
  }

  @Override
  public Source<EventEnvelope, NotUsed> currentEventsByTag(String tag, Offset after) {
    return java.currentEventsByTag(tag, after).asScala();
  }

  @Override
  public Source<EventEnvelope, NotUsed> eventsByPersistenceId(
      String persistenceId, long from, long to) {
    return java.eventsByPersistenceId(persistenceId, from, to).asScala();
  }

  @Override
  public Source<EventEnvelope, NotUsed> currentEventsByPersistenceId(
      String persistenceId, long from, long to) {
    return java.currentEventsByPersistenceId(persistenceId, from, to).asScala();
  }

  @Override
  public Source<String, NotUsed> persistenceIds() {
    return java.persistenceIds().asScala();
  }

  @Override
  public Source<String, NotUsed> currentPersistenceIds() {
    return java.currentPersistenceIds().asScala();
  }
}
