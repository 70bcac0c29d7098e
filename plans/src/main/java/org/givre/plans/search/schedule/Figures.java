package org.givre.plans.search.schedule;

import org.givre.plans.instance.Prices;

/**
 * What a schedule comes to.
 *
 * @param exposure weighted tube-seconds
 * @param makespan seconds on the instance's clock of the last delivery; now when there is none
 * @param tardiness priority-weighted seconds
 */
public record Figures(double exposure, double makespan, double tardiness) {
  /** The composite objective. */
  public double composite(Prices prices) {
    return exposure
        + prices.makespanTubeSecondsPerSecond() * makespan
        + prices.tardinessTubeSecondsPerSecond() * tardiness;
  }
}
