package org.givre.plans.search.rack;

import org.givre.plans.instance.Timing;

/**
 * What the time of lifts is worth where tubes and lifts are chosen, which does not see the
 * schedule. Not for use by several threads.
 */
final class LiftTime {
  /** About the way to another dewar and the turn of its carousel. */
  private static final double WAY_SECONDS = 4;

  private final double fixedSeconds;
  private double price;

  LiftTime(Timing timing) {
    this.fixedSeconds = timing.gripSeconds() + timing.releaseSeconds() + WAY_SECONDS;
  }

  /** What a second of a lift is worth, in weighted tube-seconds. */
  void setPrice(double perSecond) {
    price = perSecond;
  }

  /** What a second of a lift is worth, in weighted tube-seconds. */
  double price() {
    return price;
  }

  /** What a lift costs for grip, release and way, in weighted tube-seconds. */
  double perLift() {
    return price * fixedSeconds;
  }

  /** What a lift's time costs, in weighted tube-seconds. */
  double of(Shape shape) {
    return price * (fixedSeconds + shape.seconds);
  }
}
