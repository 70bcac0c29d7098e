package org.givre.journal.akka;

import akka.persistence.journal.EventAdapters;
import java.util.concurrent.Executor;

/**
 * What queries share.
 *
 * @param readers where pages are read
 * @param pageEvents read at once
 */
record Reading(
    SharedJournal journal,
    EventCodec codec,
    EventAdapters adapters,
    Executor readers,
    int pageEvents) {

  /** For one stream. */
  Envelopes envelopes() {
    return new Envelopes(codec.decoder(), adapters, pageEvents);
  }
}
