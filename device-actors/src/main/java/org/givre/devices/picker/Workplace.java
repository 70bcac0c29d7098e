package org.givre.devices.picker;

import org.givre.plans.exposure.LiftEnvironment;
import org.givre.plans.exposure.ThermalModel;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Weights;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.Picker;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/** What a picker has to know of the store that it works in. */
record Workplace(Picker picker, StoreDefinition store) {
  static Workplace of(PickerId id, StoreDefinition store) {
    var picker = store.picker(id).orElseThrow(() -> unknown("picker", id));
    return new Workplace(picker, store);
  }

  PickerId id() {
    return picker.id();
  }

  Weights weights() {
    return store.weights();
  }

  boolean reaches(DewarId dewar, RackId rack) {
    return picker.dewars().contains(dewar)
        && store.dewarOf(rack).filter(d -> d.id().equals(dewar)).isPresent();
  }

  boolean reaches(PortId port) {
    return picker.ports().contains(port);
  }

  /** Slot of the carousel in which {@code rack} hangs. */
  int slot(RackId rack) {
    return dewarOf(rack).racks().indexOf(rack);
  }

  LiftEnvironment environment(RackId rack) {
    var dewar = dewarOf(rack);
    var chamberWeight = dewar.park().map(Park::chamberWeight).orElse(0.0);
    return new LiftEnvironment(dewar.levels(), dewar.liftWeight(), chamberWeight);
  }

  /** How a tube warms while its rack is lifted. */
  ThermalModel warming(RackId rack) {
    var dewar = dewarOf(rack);
    return ThermalModel.of(dewar.holdCelsius(), dewar.workAreaCelsius());
  }

  /**
   * How warm a tube is after some time in the carrier, which is colder or warmer than the tube: it
   * takes on the carrier's temperature like a single tube in still gas.
   */
  double celsiusInCarrier(double startCelsius, double seconds) {
    var carrier = picker.carrierCelsius();
    return ThermalModel.of(carrier, carrier).gripper().celsiusAfter(startCelsius, seconds);
  }

  int bufferTubes(PortId port) {
    return store.port(port).orElseThrow(() -> unknown("port", port)).bufferTubes();
  }

  private Dewar dewarOf(RackId rack) {
    return store.dewarOf(rack).orElseThrow(() -> unknown("rack", rack));
  }

  private static IllegalArgumentException unknown(String what, Object id) {
    return new IllegalArgumentException(
        "The store has no %s %s; check the name against the store file".formatted(what, id));
  }
}
