package org.givre.orchestrator.dispatch;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.orchestrator.dispatch.planning.StorePicture;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;

/** The picture of a store as it comes in, device by device: all but racks nobody asked. */
final class Gathering {
  private final StoreDefinition store;
  private final SortedSet<RackId> asked;
  private final SortedMap<RackId, RackPicture> racks = new TreeMap<>();
  private final SortedMap<DewarId, DewarPicture> dewars = new TreeMap<>();
  private final SortedMap<PickerId, PickerPicture> pickers = new TreeMap<>();
  private final SortedMap<PortId, PortPicture> ports = new TreeMap<>();

  Gathering(StoreDefinition store, Collection<RackId> asked) {
    this.store = store;
    this.asked = new TreeSet<>(asked);
  }

  void add(RackPicture picture) {
    if (asked.contains(picture.rack())) {
      racks.put(picture.rack(), picture);
    }
  }

  void add(DewarPicture picture) {
    dewars.put(picture.dewar(), picture);
  }

  void add(PickerPicture picture) {
    pickers.put(picture.picker(), picture);
  }

  void add(PortPicture picture) {
    ports.put(picture.port(), picture);
  }

  /** Waits for more racks. */
  void ask(Collection<RackId> more) {
    asked.addAll(more);
  }

  boolean asks(RackId rack) {
    return asked.contains(rack);
  }

  /** Whether every picker has answered. */
  boolean knowsPickers() {
    return pickers.size() == store.pickers().size();
  }

  /** Whether everybody has answered. */
  boolean isComplete() {
    return racks.size() == asked.size()
        && dewars.size() == store.dewars().size()
        && knowsPickers()
        && ports.size() == store.ports().size();
  }

  StorePicture picture() {
    return new StorePicture(racks, dewars, pickers, ports);
  }
}
