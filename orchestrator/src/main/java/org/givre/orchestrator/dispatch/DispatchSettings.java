package org.givre.orchestrator.dispatch;

import java.time.Duration;

/**
 * What may be set of dispatch.
 *
 * @param planning how plans are searched
 * @param timers how long dispatch waits for whom
 * @param company whether work that may wait waits for others
 * @param carrierHold how long, in engine time, tubes of a paused job may wait in a cold carrier
 */
public record DispatchSettings(
    PlanningSettings planning,
    DispatchTimers timers,
    CompanySettings company,
    Duration carrierHold) {

  /** What {@code reference.conf} says, with that seed. */
  public static DispatchSettings usual(long seed) {
    return new DispatchSettings(
        PlanningSettings.usual(seed),
        DispatchTimers.USUAL,
        CompanySettings.OFF,
        Duration.ofMinutes(30));
  }

  /** The same with another seed. */
  public DispatchSettings withSeed(long other) {
    return new DispatchSettings(planning.withSeed(other), timers, company, carrierHold);
  }

  /** The same with other timers. */
  public DispatchSettings withTimers(DispatchTimers others) {
    return new DispatchSettings(planning, others, company, carrierHold);
  }

  /** The same with other rules of who waits for others. */
  public DispatchSettings withCompany(CompanySettings other) {
    return new DispatchSettings(planning, timers, other, carrierHold);
  }

  /** The same with another time that tubes may wait in a carrier. */
  public DispatchSettings withCarrierHold(Duration other) {
    return new DispatchSettings(planning, timers, company, other);
  }
}
