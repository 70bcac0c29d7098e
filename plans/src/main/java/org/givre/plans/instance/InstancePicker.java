package org.givre.plans.instance;

import java.util.List;

/**
 * A robotic picker: where it stands, what it reaches and what it carries.
 *
 * @param dewars ids in reach
 * @param ports ids in reach
 * @param initialLoad tubes in its carrier at {@code nowSeconds}
 */
public record InstancePicker(
    int id,
    double xMetres,
    double yMetres,
    double xMetresPerSecond,
    double yMetresPerSecond,
    int carrierTubes,
    List<Integer> dewars,
    List<Integer> ports,
    double availableFromSeconds,
    List<Window> unavailable,
    List<CarriedTube> initialLoad) {
  public InstancePicker {
    Values.finite("picker.x_m", xMetres);
    Values.finite("picker.y_m", yMetres);
    Values.positive("picker.speed_x_mps", xMetresPerSecond);
    Values.positive("picker.speed_y_mps", yMetresPerSecond);
    Values.atLeast("picker.carrier_capacity_tubes", 1, carrierTubes);
    Values.finite("picker.available_from_s", availableFromSeconds);
    dewars = List.copyOf(dewars);
    ports = List.copyOf(ports);
    unavailable = List.copyOf(unavailable);
    initialLoad = List.copyOf(initialLoad);
  }
}
