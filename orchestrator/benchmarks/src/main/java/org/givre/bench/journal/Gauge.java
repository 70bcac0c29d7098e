package org.givre.bench.journal;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Counts what was acknowledged, and how late, within a window of time. Thread-safe. */
final class Gauge {
  private static final int DIGITS = 3;

  private final Recorder latencies = new Recorder(DIGITS);
  private final LongAdder acknowledged = new LongAdder();
  private volatile long from = Long.MAX_VALUE;
  private volatile long to = Long.MAX_VALUE;

  /** Sets the window, in the time of {@link System#nanoTime}; before that nothing counts. */
  void window(long fromNanos, Duration length) {
    to = fromNanos + length.toNanos();
    from = fromNanos;
  }

  /** An event is durable: it counts when it is so within the window. */
  void acknowledged(long sentNanos, long nowNanos) {
    acknowledged.increment();
    if (nowNanos >= from && nowNanos < to) {
      latencies.recordValue(nowNanos - sentNanos);
    }
  }

  /** An event is durable: it counts when it was due within the window. */
  void due(long dueNanos, long nowNanos) {
    acknowledged.increment();
    if (dueNanos >= from && dueNanos < to) {
      latencies.recordValue(Math.max(0, nowNanos - dueNanos));
    }
  }

  /** Of all time. */
  long acknowledged() {
    return acknowledged.sum();
  }

  /** What was recorded since the last call. */
  Histogram take() {
    return latencies.getIntervalHistogram();
  }
}
