package org.givre.plans.instance;

/**
 * What a dewar needs to take one box out into a cold chamber while its rack goes back down.
 *
 * @param chamberWeight weight of a second in the chamber; absolute, not multiplied by the lift
 *     weight
 */
public record Park(double ejectSeconds, double insertSeconds, double chamberWeight) {
  public Park {
    Values.atLeastZero("eject_s", ejectSeconds);
    Values.atLeastZero("insert_s", insertSeconds);
    Values.atLeastZero("chamber_weight", chamberWeight);
  }
}
