package org.givre.devices.dewar;

import org.givre.devices.action.ActionEvent;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.dewar.DewarCommand.Holder;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;
import org.givre.plans.store.PickerId;

/** What has happened to a dewar; each event knows the state it leads to. */
public sealed interface DewarEvent extends JournalEvent {
  /** The state that it leads to, as {@code recorded}. */
  DewarState after(DewarState before, Recorded<DewarEvent> recorded);

  /** A picker may use the opening until it gives it back. */
  record OpeningGranted(String taskId, PickerId picker) implements DewarEvent {
    @Override
    public DewarState after(DewarState before, Recorded<DewarEvent> recorded) {
      return before.granted(new Holder(taskId, picker));
    }
  }

  /** The opening is free again. */
  record OpeningReleased(String taskId, int carouselSlot) implements DewarEvent {
    @Override
    public DewarState after(DewarState before, Recorded<DewarEvent> recorded) {
      return before.released(carouselSlot);
    }
  }

  /** Somebody wanted something done with the dewar. */
  record DewarActed(ActionRecord action) implements DewarEvent, ActionEvent {
    @Override
    public DewarState after(DewarState before, Recorded<DewarEvent> recorded) {
      var reason = recorded.cause().reason();
      return before.serving(before.service().after(action, recorded.engineTime(), reason));
    }
  }
}
