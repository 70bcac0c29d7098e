package org.givre.devices.directory;

import akka.actor.typed.RecipientRef;
import org.givre.devices.picker.Neighbours;
import org.givre.devices.picker.PickerCommand;
import org.givre.plans.store.PickerId;

/**
 * Finds the actor of a device by its name. Throws {@link IllegalArgumentException} for a device
 * that the store does not have: callers check names first.
 */
public interface DeviceDirectory extends Neighbours {
  RecipientRef<PickerCommand> picker(PickerId id);
}
