package org.givre.plans.store;

import java.util.List;

/** A robotic picker as the store file describes it. */
public record Picker(
    PickerId id,
    double xMetres,
    double yMetres,
    double xMetresPerSecond,
    double yMetresPerSecond,
    int carrierTubes,
    double carrierCelsius,
    List<DewarId> dewars,
    List<PortId> ports) {
  public Picker {
    dewars = List.copyOf(dewars);
    ports = List.copyOf(ports);
  }
}
