package org.givre.plans.instance;

import java.util.List;
import java.util.Optional;

/**
 * A dewar with a carousel of racks and one opening.
 *
 * @param liftWeight weight of a second in the work area above it
 * @param carouselStartSlot slot under the opening at {@code nowSeconds}
 * @param park empty where boxes cannot be parked
 */
public record InstanceDewar(
    int id,
    double xMetres,
    double yMetres,
    double liftWeight,
    double levelPitchMetres,
    double liftMetresPerSecond,
    int carouselSlots,
    int carouselStartSlot,
    double carouselSecondsPerSlot,
    Optional<Park> park,
    List<Window> unavailable) {
  public InstanceDewar {
    Values.finite("x_m", xMetres);
    Values.finite("y_m", yMetres);
    Values.atLeastZero("lift_weight", liftWeight);
    Values.positive("level_pitch_m", levelPitchMetres);
    Values.positive("lift_speed_mps", liftMetresPerSecond);
    Values.atLeast("carousel_slots", 1, carouselSlots);
    Values.atLeast("carousel_start_slot", 0, carouselStartSlot);
    Values.below("carousel_start_slot", carouselSlots, carouselStartSlot);
    Values.atLeastZero("carousel_s_per_slot", carouselSecondsPerSlot);
    unavailable = List.copyOf(unavailable);
  }

  /** Tau: seconds that a rack takes to move by one level. */
  public double secondsPerLevel() {
    return levelPitchMetres / liftMetresPerSecond;
  }
}
