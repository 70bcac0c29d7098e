package org.givre.devices.directory;

import akka.actor.typed.RecipientRef;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.picker.PickerCommand;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.RackCommand;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/**
 * Finds the actor of a device by its name. Throws {@link IllegalArgumentException} for a device
 * that the store does not have: callers check names first.
 */
public interface DeviceDirectory {
  RecipientRef<RackCommand> rack(RackId id);

  RecipientRef<DewarCommand> dewar(DewarId id);

  RecipientRef<PickerCommand> picker(PickerId id);

  RecipientRef<PortCommand> port(PortId id);
}
