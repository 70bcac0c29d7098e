package org.givre.plans.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The machine: what a store file ({@code givre-store/1}) says. It does not change while an engine
 * runs.
 */
public final class StoreDefinition {
  private final String name;
  private final List<Dewar> dewars;
  private final List<Picker> pickers;
  private final List<Port> ports;
  private final Weights weights;
  private final Prices prices;
  private final Timing timing;
  private final SortedMap<RackId, Dewar> dewarByRack = new TreeMap<>();
  private final Map<DewarId, Dewar> dewarById = new LinkedHashMap<>();
  private final Map<PickerId, Picker> pickerById = new LinkedHashMap<>();
  private final Map<PortId, Port> portById = new LinkedHashMap<>();

  /** Checks that ids are unique and references exist. */
  public StoreDefinition(
      String name,
      List<Dewar> dewars,
      List<Picker> pickers,
      List<Port> ports,
      Weights weights,
      Prices prices,
      Timing timing) {
    this.name = name;
    this.dewars = List.copyOf(dewars);
    this.pickers = List.copyOf(pickers);
    this.ports = List.copyOf(ports);
    this.weights = weights;
    this.prices = prices;
    this.timing = timing;
    dewars.forEach(this::index);
    ports.forEach(port -> once("port", portById.put(port.id(), port), port.id()));
    pickers.forEach(this::index);
  }

  private void index(Dewar dewar) {
    once("dewar", dewarById.put(dewar.id(), dewar), dewar.id());
    dewar.racks().forEach(rack -> once("rack", dewarByRack.put(rack, dewar), rack));
  }

  private void index(Picker picker) {
    once("picker", pickerById.put(picker.id(), picker), picker.id());
    picker.dewars().forEach(id -> found("dewar", dewarById.get(id), id, picker.id()));
    picker.ports().forEach(id -> found("port", portById.get(id), id, picker.id()));
  }

  private static void once(String what, @Nullable Object before, Object id) {
    if (before != null) {
      throw new IllegalArgumentException(
          "%s %s stands twice in the store; names must be unique".formatted(what, id));
    }
  }

  private static void found(String what, @Nullable Object found, Object id, PickerId picker) {
    if (found == null) {
      throw new IllegalArgumentException(
          "Picker %s reaches %s %s, which the store does not have".formatted(picker, what, id));
    }
  }

  public String name() {
    return name;
  }

  /** In the order of the file: a dewar's index is its id in a planning instance. */
  public List<Dewar> dewars() {
    return dewars;
  }

  /** In the order of the file. */
  public List<Picker> pickers() {
    return pickers;
  }

  /** In the order of the file. */
  public List<Port> ports() {
    return ports;
  }

  public Weights weights() {
    return weights;
  }

  public Prices prices() {
    return prices;
  }

  public Timing timing() {
    return timing;
  }

  /** Every rack with the dewar that it hangs in, by name. */
  public SortedMap<RackId, Dewar> dewarByRack() {
    return Collections.unmodifiableSortedMap(dewarByRack);
  }

  /** The dewar of that name, if there is one. */
  public Optional<Dewar> dewar(DewarId id) {
    return Optional.ofNullable(dewarById.get(id));
  }

  /** The dewar that {@code rack} hangs in, if there is such a rack. */
  public Optional<Dewar> dewarOf(RackId rack) {
    return Optional.ofNullable(dewarByRack.get(rack));
  }

  /** The picker of that name, if there is one. */
  public Optional<Picker> picker(PickerId id) {
    return Optional.ofNullable(pickerById.get(id));
  }

  /** The port of that name, if there is one. */
  public Optional<Port> port(PortId id) {
    return Optional.ofNullable(portById.get(id));
  }
}
