package org.givre.devices.port;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Service;
import org.givre.devices.journal.Cause;
import org.givre.devices.port.PortEvent.ReceivedTube;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;

/** What a port can be asked or told. */
public sealed interface PortCommand {

  /**
   * Asks to dock with so many tubes; answered when it is this task's turn and the buffer has room.
   */
  record Acquire(String taskId, PickerId picker, int tubes, Cause cause, ActorRef<Acquired> replyTo)
      implements PortCommand {}

  /** Answer to {@link Acquire}: the dock is this task's, with a slot for each tube. */
  record Acquired(PortId port, String taskId, List<Integer> slots) {
    public Acquired {
      slots = List.copyOf(slots);
    }
  }

  /**
   * Reports that the unload is over, or that there will be none; harmless when repeated.
   *
   * @param tubes that were put into the buffer
   */
  record ReportReceived(
      String taskId,
      List<ReceivedTube> tubes,
      Instant ended,
      Cause cause,
      ActorRef<Received> replyTo)
      implements PortCommand {
    public ReportReceived {
      tubes = List.copyOf(tubes);
    }
  }

  /** Answer to {@link ReportReceived}. */
  record Received(PortId port, String taskId) {}

  /** Wants something done with the port; answered when it is recorded. */
  record Act(Action action, Cause cause, ActorRef<ActionAnswer> replyTo) implements PortCommand {}

  /**
   * Reports that the picker has no task here: frees what it holds, and its place in the queue;
   * harmless where there is neither.
   */
  record Vacate(PickerId picker, Cause cause) implements PortCommand {}

  /** Asks where the port stands. */
  record Describe(ActorRef<PortPicture> replyTo) implements PortCommand {}

  /** Tells the port, by itself, that the next who waits may have a turn now. */
  record ServeWaiting() implements PortCommand {}

  /**
   * What a port believes.
   *
   * @param freeSlots slots of the buffer that are neither taken nor granted
   * @param docked the task that has the dock
   */
  record PortPicture(PortId port, int freeSlots, Optional<String> docked, Service service) {}
}
