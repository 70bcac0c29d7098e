package org.givre.plans.instance;

import java.util.List;
import java.util.Set;

/**
 * A robotic picker: where it stands, what it reaches and what it carries.
 *
 * @param carrierTubes places in its carrier; tubes that stay in it whatever is planned are left out
 *     of {@code initialLoad}, and their places are left out here, so that there may be none
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
    Values.finite("x_m", xMetres);
    Values.finite("y_m", yMetres);
    Values.positive("speed_x_mps", xMetresPerSecond);
    Values.positive("speed_y_mps", yMetresPerSecond);
    Values.atLeast("carrier_capacity_tubes", 0, carrierTubes);
    Values.finite("available_from_s", availableFromSeconds);
    dewars = List.copyOf(dewars);
    ports = List.copyOf(ports);
    unavailable = List.copyOf(unavailable);
    initialLoad = List.copyOf(initialLoad);
  }

  /** The same, but these tubes stay in its carrier. */
  InstancePicker keeping(Set<Integer> tubes) {
    var left = initialLoad.stream().filter(carried -> !tubes.contains(carried.tube())).toList();
    return new InstancePicker(
        id,
        xMetres,
        yMetres,
        xMetresPerSecond,
        yMetresPerSecond,
        Math.max(0, carrierTubes - (initialLoad.size() - left.size())),
        dewars,
        ports,
        availableFromSeconds,
        unavailable,
        left);
  }
}
