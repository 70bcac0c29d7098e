package org.givre.orchestrator.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.store.RackId;

/**
 * A task that a picker has, or is about to be given, for a job; times in whole microseconds.
 *
 * @param rack that it lifts, to pick or to put back; empty for an unload
 * @param since when its work began, or was expected to
 * @param expectedEnd a forecast
 * @param requests those of the job that it serves
 */
public record Underway(
    String taskId,
    Optional<RackId> rack,
    Instant since,
    Instant expectedEnd,
    SortedSet<Integer> requests) {
  public Underway {
    since = since.truncatedTo(ChronoUnit.MICROS);
    expectedEnd = expectedEnd.truncatedTo(ChronoUnit.MICROS);
    requests = Collections.unmodifiableSortedSet(new TreeSet<>(requests));
  }

  /** Whether it says the same as {@code other}, whenever it is expected to begin and to end. */
  boolean same(Underway other) {
    return taskId.equals(other.taskId)
        && rack.equals(other.rack)
        && requests.equals(other.requests);
  }
}
