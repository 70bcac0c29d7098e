package org.givre.devices.picker;

import akka.actor.typed.RecipientRef;
import org.givre.devices.dewar.DewarCommand;
import org.givre.devices.port.PortCommand;
import org.givre.devices.rack.RackCommand;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/** The devices that a picker works with, by name. */
public interface Neighbours {
  RecipientRef<RackCommand> rack(RackId id);

  RecipientRef<DewarCommand> dewar(DewarId id);

  RecipientRef<PortCommand> port(PortId id);
}
