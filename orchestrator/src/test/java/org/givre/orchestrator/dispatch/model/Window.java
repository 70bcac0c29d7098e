package org.givre.orchestrator.dispatch.model;

import java.time.Instant;

/** A stretch of engine time. */
record Window(Instant from, Instant to) {
  boolean overlaps(Window other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
