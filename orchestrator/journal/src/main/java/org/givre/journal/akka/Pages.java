package org.givre.journal.akka;

import java.util.List;

/**
 * Something that is read page by page, as far as it is durable. One thread at a time.
 *
 * @param <T> what is read
 */
interface Pages<T> {
  /**
   * Bytes of events in one page, about: twice as many as a usual write is made durable with. As
   * many pages are in memory as there are reading threads, and two for a stream.
   */
  long BYTES = 4L << 20;

  /** Whether {@link #next} may find something; looks in memory only. */
  boolean mayHaveMore();

  /** The next page: empty when there is nothing now. Reads from disk. */
  List<T> next();

  /** Whether nothing can come any more, however long one waits. */
  boolean isEnded();
}
