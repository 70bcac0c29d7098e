package org.givre.plans.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.plans.instance.Park;

/**
 * A dewar as the store file describes it. Physical values are the site's; those of the demo store
 * are assumptions.
 *
 * @param liftWeight weight of a second in the work area above it
 * @param boxMaxOutSeconds longest stay of a box outside in one lift, if the site sets one
 * @param racks by slot: a rack's slot is its index
 */
public record Dewar(
    DewarId id,
    double xMetres,
    double yMetres,
    double holdCelsius,
    double workAreaCelsius,
    double liftWeight,
    Optional<Park> park,
    double recoolRatio,
    OptionalDouble boxMaxOutSeconds,
    int levels,
    double levelPitchMetres,
    double liftMetresPerSecond,
    int carouselSlots,
    double carouselSecondsPerSlot,
    Labware labware,
    List<RackId> racks) {
  public Dewar {
    racks = List.copyOf(racks);
  }
}
