package org.givre.plans.instance;

/** Durations of a robot's elementary motions. Every value is an assumption until measured. */
public record Timing(
    double gripSeconds,
    double releaseSeconds,
    double settleSeconds,
    double pickSeconds,
    double dockSeconds,
    double unloadSeconds,
    double travelOverheadSeconds,
    double placeSeconds) {
  /** What the format says where an instance is silent. */
  public static final Timing DEFAULT = new Timing(3, 2, 1, 5, 3, 2, 2, 4);

  public Timing {
    Values.atLeastZero("grip_s", gripSeconds);
    Values.atLeastZero("release_s", releaseSeconds);
    Values.atLeastZero("settle_s", settleSeconds);
    Values.atLeastZero("pick_s", pickSeconds);
    Values.atLeastZero("dock_s", dockSeconds);
    Values.atLeastZero("unload_s", unloadSeconds);
    Values.atLeastZero("travel_overhead_s", travelOverheadSeconds);
    Values.atLeastZero("place_s", placeSeconds);
  }
}
