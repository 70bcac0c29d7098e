package org.givre.devices.picker;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.action.ActionRecord;
import org.givre.devices.driver.Motion;
import org.givre.devices.journal.Cause;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.TubeId;

/** What has happened to a picker; each event knows the state it leads to. */
public sealed interface PickerEvent extends JournalEvent {
  /**
   * The state that it leads to.
   *
   * @param at engine time of the event
   */
  PickerState after(PickerState before, Cause cause, Instant at);

  /** A new session with the driver began; the driver refuses orders of an older epoch. */
  record EpochStarted(long epoch) implements PickerEvent {
    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.epochStarted(epoch);
    }
  }

  /** The picker has taken on a task. */
  record TaskTaken(PickerTask task) implements PickerEvent {
    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.taskTaken(task, cause, at);
    }
  }

  /**
   * An order exists; durable before it is sent.
   *
   * @param station where a travel goes: a dewar or a port
   * @param slots granted by the port, for the work of an unload
   */
  record OrderCreated(
      String orderId,
      long sequence,
      long epoch,
      Purpose purpose,
      String station,
      List<Integer> slots)
      implements PickerEvent {
    public OrderCreated {
      slots = List.copyOf(slots);
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.orderCreated(this);
    }
  }

  /** The device will do it. */
  record OrderAccepted(String orderId) implements PickerEvent {
    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.orderAccepted();
    }
  }

  /** A tube is in the carrier. */
  record TubePicked(String orderId, int step, TubeId tube, List<Motion> motions)
      implements PickerEvent {
    public TubePicked {
      motions = List.copyOf(motions);
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.tubePicked(this, at);
    }
  }

  /**
   * A tube was not where it should have been, or could not be placed since its well was taken;
   * nothing was moved.
   */
  record TubeMissed(String orderId, int step, TubeId tube, Finding finding, List<Motion> motions)
      implements PickerEvent {
    public TubeMissed {
      motions = List.copyOf(motions);
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.tubeMissed(this);
    }
  }

  /** A tube of the carrier stands in its well. */
  record TubePlaced(String orderId, int step, TubeId tube, List<Motion> motions)
      implements PickerEvent {
    public TubePlaced {
      motions = List.copyOf(motions);
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.tubePlaced(this, at);
    }
  }

  /** A tube stands in a slot of the port. */
  record TubeUnloaded(String orderId, int step, TubeId tube, int slot, List<Motion> motions)
      implements PickerEvent {
    public TubeUnloaded {
      motions = List.copyOf(motions);
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.tubeUnloaded(this, at);
    }
  }

  /**
   * The order is over.
   *
   * @param fault empty unless it failed or was refused
   */
  record OrderEnded(String orderId, Outcome outcome, Instant at, String fault, List<Motion> motions)
      implements PickerEvent {
    public OrderEnded {
      motions = List.copyOf(motions);
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.orderEnded(this, at);
    }
  }

  /** The task is not to be done any more; its work had not begun. */
  record TaskRecalled(String taskId) implements PickerEvent {
    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.taskRecalled(at);
    }
  }

  /** Everybody concerned has what the task brought about. */
  record TaskConcluded(String taskId) implements PickerEvent {
    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.taskConcluded(taskId, at);
    }
  }

  /**
   * Somebody wanted something done with the picker.
   *
   * @param foundAt for a return to service that ended a fault: dewar or port where the robot says
   *     that it stands, empty elsewhere
   */
  record PickerActed(ActionRecord action, Optional<String> foundAt)
      implements PickerEvent, ActionEvent {
    /** An action that has ended no fault. */
    public PickerActed(ActionRecord action) {
      this(action, Optional.empty());
    }

    @Override
    public PickerState after(PickerState before, Cause cause, Instant at) {
      return before.acted(this, cause, at);
    }
  }

  /** What an order does for its task. */
  enum Purpose {
    TRAVEL,
    WORK
  }

  /** How an order ended. */
  enum Outcome {
    SUCCEEDED,
    FAILED,
    CANCELLED,
    REFUSED
  }
}
