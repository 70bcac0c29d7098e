package org.givre.orchestrator.campaign;

import java.time.Duration;

/** When somebody stops waiting, on the wall. */
final class Deadline {
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - nanos >= 0;
  }

  /** What is left of it, for {@link Object#wait(long)}: at least 1, since 0 would be for ever. */
  long millisLeft() {
    return Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
  }
}
