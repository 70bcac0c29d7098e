package org.givre.orchestrator.dispatch;

import java.time.Duration;

/**
 * How plans are searched, and when one takes another's place. On the wall unless said otherwise.
 *
 * @param most how long a plan is searched
 * @param mostEngine how long in engine time; the shorter of both counts
 * @param least how long in any case: at a high speed more engine time goes by
 * @param bound how long a higher bound of an adopted plan is searched at most, while no other plan
 *     is; zero for not at all
 * @param leastGain share of what is left to do that another plan must save to be adopted instead
 * @param seed of the search; a plan's version is added to it
 */
public record PlanningSettings(
    Duration most,
    Duration mostEngine,
    Duration least,
    Duration bound,
    double leastGain,
    long seed) {

  /** What {@code reference.conf} says, with that seed. */
  public static PlanningSettings usual(long seed) {
    return new PlanningSettings(
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        Duration.ofMillis(300),
        Duration.ofSeconds(3),
        0.005,
        seed);
  }

  PlanningSettings withSeed(long other) {
    return new PlanningSettings(most, mostEngine, least, bound, leastGain, other);
  }

  /** The seed of the plan that follows this version. */
  long seedAfter(long version) {
    return seed + version + 1;
  }

  /** How long to search on the wall, where engine time runs {@code speed} times as fast. */
  Duration searchTime(double speed) {
    var nanos = Math.min((double) most.toNanos(), mostEngine.toNanos() / speed);
    return Duration.ofNanos(Math.max(least.toNanos(), Math.round(nanos)));
  }
}
