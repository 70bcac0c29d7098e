package org.givre.journal.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what a store does, since it was opened. Thread-safe. */
final class StoreMetrics {
  /** An hour; a commit that takes longer counts as one hour. */
  private static final long LONGEST_NANOS = 3_600_000_000_000L;

  private final LongAdder commits = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final AtomicLong anchored = new AtomicLong();
  private final Histogram commitNanos = new ConcurrentHistogram(LONGEST_NANOS, 2);

  void committed(int newEvents, long newBytes, long nanos) {
    commits.increment();
    events.add(newEvents);
    bytes.add(newBytes);
    commitNanos.recordValue(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
  }

  void anchored(long offset) {
    anchored.set(offset);
  }

  long commits() {
    return commits.sum();
  }

  long events() {
    return events.sum();
  }

  long bytes() {
    return bytes.sum();
  }

  long anchoredOffset() {
    return anchored.get();
  }

  /** Seconds within which {@code percent} of the commits were done. */
  double commitSeconds(double percent) {
    return commitNanos.getValueAtPercentile(percent) / 1e9;
  }
}
