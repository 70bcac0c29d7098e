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
    Values.finite("dewar.x_m", xMetres);
    Values.finite("dewar.y_m", yMetres);
    Values.atLeastZero("dewar.lift_weight", liftWeight);
    Values.positive("dewar.level_pitch_m", levelPitchMetres);
    Values.positive("dewar.lift_speed_mps", liftMetresPerSecond);
    Values.atLeast("dewar.carousel_slots", 1, carouselSlots);
    Values.atLeast("dewar.carousel_start_slot", 0, carouselStartSlot);
    Values.atLeastZero("dewar.carousel_s_per_slot", carouselSecondsPerSlot);
    unavailable = List.copyOf(unavailable);
  }

  /** Tau: seconds that a rack takes to move by one level. */
  public double secondsPerLevel() {
    return levelPitchMetres / liftMetresPerSecond;
  }
}
