package org.givre.devices.sim;

import static org.givre.devices.sim.ImpossibleOrder.unless;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.givre.plans.store.Dewar;
import org.givre.plans.store.Labware;
import org.givre.plans.store.Picker;
import org.givre.plans.store.Port;
import org.givre.plans.store.Position;
import org.givre.plans.store.StoreDefinition;
import org.givre.plans.store.Well;
import org.jspecify.annotations.Nullable;

/** What stands on the floor, by the names that orders use. Asking for what is not there refuses. */
final class Site {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Nearer than this is the same place; {@code planning.md}, section 3. */
  private static final double SAME_PLACE_METRES = 1e-9;

  private final StoreDefinition store;
  private final Map<String, Dewar> dewars = new HashMap<>();
  private final Map<String, Dewar> dewarByRack = new HashMap<>();
  private final Map<String, Port> ports = new HashMap<>();
  private final Map<String, Picker> pickers = new HashMap<>();

  Site(StoreDefinition store) {
    this.store = store;
    store.dewars().forEach(dewar -> dewars.put(dewar.id().value(), dewar));
    store.dewarByRack().forEach((rack, dewar) -> dewarByRack.put(rack.value(), dewar));
    store.ports().forEach(port -> ports.put(port.id().value(), port));
    store.pickers().forEach(picker -> pickers.put(picker.id().value(), picker));
  }

  StoreDefinition store() {
    return store;
  }

  Picker picker(String name) throws ImpossibleOrder {
    return known("picker", name, pickers.get(name));
  }

  Dewar dewar(String name) throws ImpossibleOrder {
    return known("dewar", name, dewars.get(name));
  }

  Port port(String name) throws ImpossibleOrder {
    return known("port", name, ports.get(name));
  }

  Dewar dewarOfRack(String name) throws ImpossibleOrder {
    return known("rack", name, dewarByRack.get(name));
  }

  private <T> T known(String what, String name, @Nullable T found) throws ImpossibleOrder {
    if (found == null) {
      throw new ImpossibleOrder(
          "There is no %s \"%s\" in store %s".formatted(what, name, store.name()));
    }
    return found;
  }

  /** The dewar in which {@code position} is. */
  Dewar dewarOf(Position position) throws ImpossibleOrder {
    var dewar = dewarOfRack(position.rack().value());
    checkLevel(dewar, position.level());
    checkWell(dewar.labware(), position.well());
    return dewar;
  }

  static void checkLevel(Dewar dewar, int level) throws ImpossibleOrder {
    unless(
        level >= 1 && level <= dewar.levels(),
        "Racks of dewar %s have levels 1 to %d; found %d"
            .formatted(dewar.id(), dewar.levels(), level));
  }

  private static void checkWell(Labware box, Well well) throws ImpossibleOrder {
    unless(box.has(well), "A box %s has no well %s".formatted(box.id(), well));
  }

  /** Whether {@code picker} can go to {@code station}. */
  static boolean reaches(Picker picker, String station) {
    return picker.dewars().stream().anyMatch(dewar -> dewar.value().equals(station))
        || picker.ports().stream().anyMatch(port -> port.value().equals(station));
  }

  /**
   * How long {@code picker} travels; {@code planning.md}, section 3.
   *
   * @param from a station; empty for where the store file puts the picker
   */
  double travelSeconds(Picker picker, String from, String to) throws ImpossibleOrder {
    var start = from.isEmpty() ? new Spot(picker.xMetres(), picker.yMetres()) : spot(from);
    var end = spot(to);
    var dx = Math.abs(end.x() - start.x());
    var dy = Math.abs(end.y() - start.y());
    if (dx < SAME_PLACE_METRES && dy < SAME_PLACE_METRES) {
      return 0;
    }
    return store.timing().travelOverheadSeconds()
        + Math.max(dx / picker.xMetresPerSecond(), dy / picker.yMetresPerSecond());
  }

  private Spot spot(String station) throws ImpossibleOrder {
    var dewar = dewars.get(station);
    if (dewar != null) {
      return new Spot(dewar.xMetres(), dewar.yMetres());
    }
    var port = known("dewar or port", station, ports.get(station));
    return new Spot(port.xMetres(), port.yMetres());
  }

  /** When a tube that came to {@code port} at {@code filled} has been taken away by somebody. */
  static Instant takenAway(Port port, Instant filled) {
    return filled.plusNanos(Math.round(port.clearSeconds() * NANOS_PER_SECOND));
  }

  private record Spot(double x, double y) {}
}
