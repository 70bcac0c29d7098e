package org.givre.devices.port;

import java.time.Instant;
import java.util.List;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.TubeId;

/** What has happened to a port; each event knows the state it leads to. */
public sealed interface PortEvent extends JournalEvent {
  /** The state that it leads to, as {@code recorded}. */
  PortState after(PortState before, Recorded<PortEvent> recorded);

  /**
   * A picker may dock.
   *
   * @param slots one for each tube, in the order of the unload; slots count from 1
   */
  record DockGranted(String taskId, PickerId picker, List<Integer> slots) implements PortEvent {
    public DockGranted {
      slots = List.copyOf(slots);
    }

    @Override
    public PortState after(PortState before, Recorded<PortEvent> recorded) {
      return before.granted(this);
    }
  }

  /**
   * The unload is over and the dock is free again.
   *
   * @param cleared when the batch has left the buffer
   */
  record TubesReceived(String taskId, List<ReceivedTube> tubes, Instant cleared)
      implements PortEvent {
    public TubesReceived {
      tubes = List.copyOf(tubes);
    }

    @Override
    public PortState after(PortState before, Recorded<PortEvent> recorded) {
      return before.received(this);
    }
  }

  /** Somebody wanted something done with the port. */
  record PortActed(ActionRecord action) implements PortEvent, ActionEvent {
    @Override
    public PortState after(PortState before, Recorded<PortEvent> recorded) {
      var reason = recorded.cause().reason();
      return before.serving(before.service().after(action, recorded.engineTime(), reason));
    }
  }

  /** A tube in a slot of the buffer. */
  record ReceivedTube(TubeId tube, int slot, Instant at) {}
}
