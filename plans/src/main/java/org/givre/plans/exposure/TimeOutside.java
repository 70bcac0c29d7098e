package org.givre.plans.exposure;

/**
 * How long a box or a tube in it has been out of its dewar.
 *
 * @param workAreaSeconds above the dewar, in the rack or on the way to or from the chamber
 * @param chamberSeconds parked in the cold chamber
 */
public record TimeOutside(double workAreaSeconds, double chamberSeconds) {
  /** Never outside. */
  public static final TimeOutside NONE = new TimeOutside(0, 0);

  /** Seconds outside, wherever. */
  public double seconds() {
    return workAreaSeconds + chamberSeconds;
  }

  /** Seconds outside times the weight of where they were spent. */
  public double weightedSeconds(LiftEnvironment environment) {
    return environment.liftWeight() * workAreaSeconds
        + environment.chamberWeight() * chamberSeconds;
  }

  TimeOutside minus(TimeOutside earlier) {
    return new TimeOutside(
        workAreaSeconds - earlier.workAreaSeconds, chamberSeconds - earlier.chamberSeconds);
  }
}
