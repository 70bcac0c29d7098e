package org.givre.orchestrator.storefile;

import java.util.Set;
import java.util.TreeSet;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/**
 * The names that a store file has used so far. Devices share one name space, because the API and
 * drivers call them by name alone.
 */
final class StoreNames {
  private final Set<String> devices = new TreeSet<>();
  private final Set<DewarId> dewars = new TreeSet<>();
  private final Set<PortId> ports = new TreeSet<>();

  DewarId dewar(StoreJson where, DewarId id) {
    once(where, id.value());
    dewars.add(id);
    return id;
  }

  RackId rack(StoreJson where, RackId id) {
    once(where, id.value());
    return id;
  }

  PortId port(StoreJson where, PortId id) {
    once(where, id.value());
    ports.add(id);
    return id;
  }

  PickerId picker(StoreJson where, PickerId id) {
    once(where, id.value());
    return id;
  }

  DewarId knownDewar(StoreJson where, DewarId id) {
    return known(where, dewars, id, "the name of a dewar of this store");
  }

  PortId knownPort(StoreJson where, PortId id) {
    return known(where, ports, id, "the name of a port of this store");
  }

  private static <T> T known(StoreJson where, Set<T> names, T id, String expected) {
    if (names.contains(id)) {
      return id;
    }
    throw where.broken(
        expected, "\"%s\"".formatted(id), "Correct it; the store has %s.".formatted(names));
  }

  private void once(StoreJson where, String name) {
    if (!devices.add(name)) {
      throw where.broken(
          "a name that is used once among dewars, racks, ports and pickers",
          "\"%s\" again".formatted(name),
          "Rename one of them.");
    }
  }
}
