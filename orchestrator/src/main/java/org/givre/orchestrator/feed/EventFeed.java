package org.givre.orchestrator.feed;

import akka.NotUsed;
import akka.stream.javadsl.Source;

/** Reads the journal in its total order. */
public interface EventFeed {
  /** Every event after {@code offset}, then those to come; 0 begins with the first. */
  Source<FeedEvent, NotUsed> after(long offset);

  /** Every event after {@code offset} that is there now; ends with the last. */
  Source<FeedEvent, NotUsed> storedAfter(long offset);
}
