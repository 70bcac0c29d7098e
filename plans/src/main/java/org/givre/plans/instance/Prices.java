package org.givre.plans.instance;

/** What a second of makespan and of weighted tardiness costs in the composite objective. */
public record Prices(double makespanTubeSecondsPerSecond, double tardinessTubeSecondsPerSecond) {
  /** What the format says where an instance is silent. */
  public static final Prices DEFAULT = new Prices(100, 10);

  public Prices {
    Values.atLeastZero("makespan_ts_per_s", makespanTubeSecondsPerSecond);
    Values.atLeastZero("tardiness_ts_per_s", tardinessTubeSecondsPerSecond);
  }

  /** Both as many times as high. */
  public Prices times(double factor) {
    return new Prices(
        factor * makespanTubeSecondsPerSecond, factor * tardinessTubeSecondsPerSecond);
  }
}
