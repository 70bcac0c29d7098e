package org.givre.orchestrator.dispatch.planning;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.port.PortCommand.PortPicture;
import org.givre.devices.rack.RackCommand.RackPicture;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/** What devices believe, as far as they have answered in time. */
public record StorePicture(
    SortedMap<RackId, RackPicture> racks,
    SortedMap<DewarId, DewarPicture> dewars,
    SortedMap<PickerId, PickerPicture> pickers,
    SortedMap<PortId, PortPicture> ports) {
  public StorePicture {
    racks = Collections.unmodifiableSortedMap(new TreeMap<>(racks));
    dewars = Collections.unmodifiableSortedMap(new TreeMap<>(dewars));
    pickers = Collections.unmodifiableSortedMap(new TreeMap<>(pickers));
    ports = Collections.unmodifiableSortedMap(new TreeMap<>(ports));
  }
}
