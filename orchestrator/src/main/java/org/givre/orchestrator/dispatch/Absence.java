package org.givre.orchestrator.dispatch;

import java.util.SortedSet;
import org.givre.devices.action.Service;
import org.givre.devices.action.Service.Mode;
import org.givre.devices.dewar.DewarCommand.DewarPicture;
import org.givre.devices.picker.PickerCommand.PickerPicture;
import org.givre.devices.port.PortCommand.PortPicture;

/** Pictures of devices as if some of them were out of service. */
final class Absence {
  private Absence() {}

  static PickerPicture of(PickerPicture seen, SortedSet<String> without) {
    return new PickerPicture(
        seen.picker(),
        seen.state(),
        seen.since(),
        seen.reason(),
        seen.station(),
        seen.carrier(),
        seen.task(),
        service(seen.picker().value(), seen.service(), without));
  }

  static DewarPicture of(DewarPicture seen, SortedSet<String> without) {
    return new DewarPicture(
        seen.dewar(),
        seen.carouselSlot(),
        seen.holder(),
        service(seen.dewar().value(), seen.service(), without));
  }

  static PortPicture of(PortPicture seen, SortedSet<String> without) {
    return new PortPicture(
        seen.port(),
        seen.freeSlots(),
        seen.docked(),
        service(seen.port().value(), seen.service(), without));
  }

  private static Service service(String name, Service service, SortedSet<String> without) {
    return without.contains(name)
        ? new Service(Mode.DRAINED, service.since(), "left out", service.revision())
        : service;
  }
}
