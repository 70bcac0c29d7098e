package org.givre.orchestrator.dispatch;

import java.time.Duration;

/**
 * How long dispatch waits, and how long it plans. On the wall unless said otherwise.
 *
 * @param quiet how long no job must come before those that wait are planned together
 * @param longestWait how long a job waits at most while others keep coming
 * @param planning how long a plan is searched
 * @param planningEngine how long in engine time; the shorter of both counts
 * @param planningFloor how long in any case: at a high speed more engine time goes by
 * @param leastGain share of what is left to do that another plan must save to be adopted instead
 * @param gathering how long devices have to describe themselves
 * @param recheck when to look again at what was in the way
 * @param reminder how often pickers are asked how their tasks stand
 * @param offers how long jobs of the plan have to offer themselves after a start
 * @param carrierHold how long, in engine time, tubes of a paused job may wait in a cold carrier
 * @param boundSearch how long a higher bound of an adopted plan is searched at most, while no other
 *     plan is; zero for not at all
 * @param company whether work that may wait waits for others
 * @param seed of the search; a plan's version is added to it
 */
public record DispatchSettings(
    Duration quiet,
    Duration longestWait,
    Duration planning,
    Duration planningEngine,
    Duration planningFloor,
    double leastGain,
    Duration gathering,
    Duration recheck,
    Duration reminder,
    Duration offers,
    Duration carrierHold,
    Duration boundSearch,
    CompanySettings company,
    long seed) {

  /** What {@code reference.conf} says, with that seed. */
  public static DispatchSettings usual(long seed) {
    return new DispatchSettings(
        Duration.ofMillis(200),
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        Duration.ofMillis(300),
        0.005,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1_800),
        Duration.ofSeconds(3),
        CompanySettings.OFF,
        seed);
  }

  /** The same with another seed. */
  public DispatchSettings withSeed(long other) {
    return new DispatchSettings(
        quiet,
        longestWait,
        planning,
        planningEngine,
        planningFloor,
        leastGain,
        gathering,
        recheck,
        reminder,
        offers,
        carrierHold,
        boundSearch,
        company,
        other);
  }

  /** The same with another time that tubes may wait in a carrier. */
  public DispatchSettings withCarrierHold(Duration other) {
    return new DispatchSettings(
        quiet,
        longestWait,
        planning,
        planningEngine,
        planningFloor,
        leastGain,
        gathering,
        recheck,
        reminder,
        offers,
        other,
        boundSearch,
        company,
        seed);
  }

  /** The same with other rules of who waits for others. */
  public DispatchSettings withCompany(CompanySettings other) {
    return new DispatchSettings(
        quiet,
        longestWait,
        planning,
        planningEngine,
        planningFloor,
        leastGain,
        gathering,
        recheck,
        reminder,
        offers,
        carrierHold,
        boundSearch,
        other,
        seed);
  }

  /** The seed of the plan that follows this version. */
  long seedAfter(long version) {
    return seed + version + 1;
  }

  /** How long to search on the wall, where engine time runs {@code speed} times as fast. */
  Duration searchTime(double speed) {
    var nanos = Math.min((double) planning.toNanos(), planningEngine.toNanos() / speed);
    return Duration.ofNanos(Math.max(planningFloor.toNanos(), Math.round(nanos)));
  }
}
