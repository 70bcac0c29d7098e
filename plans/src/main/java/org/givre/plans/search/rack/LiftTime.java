package org.givre.plans.search.rack;

import org.givre.plans.search.model.Problem;

/**
 * What the time of lifts is worth where the choice of tubes and lifts is made, which does not see
 * the schedule: a second of a picker's time delays the end by a second shared among all pickers.
 *
 * @param price of a second of a lift, in weighted tube-seconds
 * @param perLift what a lift costs for grip, release and way, in weighted tube-seconds
 */
record LiftTime(double price, double perLift) {
  /**
   * So much of that is reckoned. Measured on the public instances: from 0.12 to 0.5 on the
   * composite objective comes out alike and lower than with 0; from 0.25 on exposure rises by 0.1
   * %.
   */
  private static final double SHARE = 0.2;

  /** About the way to another dewar and the turn of its carousel. */
  private static final double WAY_SECONDS = 4;

  static LiftTime of(Problem problem) {
    int pickers = Math.max(1, problem.pickers.length);
    double price = SHARE * problem.prices.makespanTubeSecondsPerSecond() / pickers;
    var timing = problem.timing;
    double fixed = timing.gripSeconds() + timing.releaseSeconds() + WAY_SECONDS;
    return new LiftTime(price, price * fixed);
  }

  /** What a lift's time costs. */
  double of(Shape shape) {
    return perLift + price * shape.seconds;
  }
}
