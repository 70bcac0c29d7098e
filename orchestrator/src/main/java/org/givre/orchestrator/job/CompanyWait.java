package org.givre.orchestrator.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a job waits for others that need the same racks, and what that is reckoned to save. Exposure
 * of the whole job, in weighted tube-seconds.
 *
 * @param requests that wait now
 * @param until when they go at the latest, in whole microseconds; empty while none waits
 * @param atOnceTubeSeconds what the job would have got if it had gone at once, as planned when it
 *     first waited; empty if it never did
 * @param togetherTubeSeconds what it would get if everything that waits went together, as last
 *     planned; empty while none of it waits
 */
public record CompanyWait(
    SortedSet<Integer> requests,
    Optional<Instant> until,
    OptionalDouble atOnceTubeSeconds,
    OptionalDouble togetherTubeSeconds) {
  /** A job that has never waited. */
  public static final CompanyWait NEVER =
      new CompanyWait(
          new TreeSet<>(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /** An estimate that has changed by less than this part of what the job would get is no news. */
  private static final double NEWS = 0.05;

  /** Nor is another latest start within this time. */
  private static final long NEWS_SECONDS = 60;

  public CompanyWait {
    requests = new TreeSet<>(requests);
    until = until.map(at -> at.truncatedTo(ChronoUnit.MICROS));
  }

  /** Whether any of it waits now. */
  public boolean isWaiting() {
    return !requests.isEmpty();
  }

  /** Nothing of it waits any more. */
  CompanyWait over() {
    return new CompanyWait(
        new TreeSet<>(), Optional.empty(), atOnceTubeSeconds, OptionalDouble.empty());
  }

  /** The same for a job that has had so much already. */
  CompanyWait with(double hadTubeSeconds) {
    return new CompanyWait(
        requests,
        until,
        plus(atOnceTubeSeconds, hadTubeSeconds),
        plus(togetherTubeSeconds, hadTubeSeconds));
  }

  private static OptionalDouble plus(OptionalDouble some, double more) {
    return some.isPresent() ? OptionalDouble.of(some.getAsDouble() + more) : some;
  }

  /** What it is after {@code next} was told; what going at once would have cost is told once. */
  CompanyWait after(CompanyWait next) {
    return new CompanyWait(
        next.requests,
        next.until,
        atOnceTubeSeconds.isPresent() ? atOnceTubeSeconds : next.atOnceTubeSeconds,
        next.togetherTubeSeconds);
  }

  /** Whether {@code next} says something else than this, in more than figures that move a bit. */
  boolean isNews(CompanyWait next) {
    return !requests.equals(next.requests) || (isWaiting() && (hasMoved(next) || differs(next)));
  }

  private boolean hasMoved(CompanyWait next) {
    var before = until.orElse(Instant.MIN).getEpochSecond();
    return Math.abs(next.until.orElse(Instant.MIN).getEpochSecond() - before) >= NEWS_SECONDS;
  }

  private boolean differs(CompanyWait next) {
    var change = next.togetherTubeSeconds.orElse(0) - togetherTubeSeconds.orElse(0);
    return Math.abs(change) > NEWS * atOnceTubeSeconds.orElse(0);
  }

  /** What waiting will save if nobody else comes: an estimate; empty while nothing waits. */
  public OptionalDouble estimatedSavingTubeSeconds() {
    return atOnceTubeSeconds.isPresent() && togetherTubeSeconds.isPresent()
        ? OptionalDouble.of(atOnceTubeSeconds.getAsDouble() - togetherTubeSeconds.getAsDouble())
        : OptionalDouble.empty();
  }
}
