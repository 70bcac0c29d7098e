package org.givre.devices.dewar;

import java.util.Optional;
import org.givre.devices.dewar.DewarCommand.Holder;
import org.givre.devices.journal.JournalEvent;
import org.givre.plans.store.PickerId;

/** What has happened to a dewar; each event knows the state it leads to. */
public sealed interface DewarEvent extends JournalEvent {
  /** The state that it leads to. */
  DewarState after(DewarState before);

  /** A picker may use the opening until it gives it back. */
  record OpeningGranted(String taskId, PickerId picker) implements DewarEvent {
    @Override
    public DewarState after(DewarState before) {
      return new DewarState(before.carouselSlot(), Optional.of(new Holder(taskId, picker)));
    }
  }

  /** The opening is free again. */
  record OpeningReleased(String taskId, int carouselSlot) implements DewarEvent {
    @Override
    public DewarState after(DewarState before) {
      return new DewarState(carouselSlot, Optional.empty());
    }
  }
}
