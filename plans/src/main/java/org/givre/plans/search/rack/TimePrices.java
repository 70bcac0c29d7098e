package org.givre.plans.search.rack;

/**
 * What seconds are worth where tubes and lifts are chosen, in weighted tube-seconds each.
 *
 * @param lift a second of any lift
 * @param beforeDeadline a second until the last pick of a rack that is for a hurried job
 */
public record TimePrices(double lift, double beforeDeadline, HurriedJobs hurried) {
  /** Time does not matter. */
  public static final TimePrices NONE = new TimePrices(0, 0, HurriedJobs.NONE);

  /** The same with another price before deadlines. */
  public TimePrices withBeforeDeadline(double price) {
    return new TimePrices(lift, price, hurried);
  }

  /** The same with another price of lifts. */
  public TimePrices withLift(double price) {
    return new TimePrices(price, beforeDeadline, hurried);
  }

  /** The same with other jobs in a hurry. */
  public TimePrices withHurried(HurriedJobs jobs) {
    return new TimePrices(lift, beforeDeadline, jobs);
  }
}
