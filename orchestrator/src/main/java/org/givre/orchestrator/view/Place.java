package org.givre.orchestrator.view;

import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;

/** Where a tube is. */
public sealed interface Place {
  /** In a well of a rack; of an unverified tube, where it was last believed to be. */
  record InRack(DewarId dewar, Position position) implements Place {}

  /** In a picker's carrier. */
  record InCarrier(PickerId picker) implements Place {}

  /** In a slot of a port, or handed over there. */
  record AtPort(PortId port, int slot) implements Place {}
}
