package org.givre.devices.picker;

import java.time.Instant;
import java.util.List;
import org.givre.devices.rack.RackEvent.Finding;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;

/**
 * What a picker tells whoever gave it the task. {@link TaskRefused} is the answer to a task that it
 * will not do. All others but {@link TaskEnded} are news for people and may be missed; {@link
 * TaskEnded} says everything again and is repeated until the task is concluded.
 *
 * <p>Messages may be lost when a journal fails and an actor starts again. So whoever gives a task
 * gives it again when it hears nothing, answers every {@link TaskEnded} with {@link
 * PickerCommand.Conclude}, and where another task is in the way, concludes that before it gives its
 * own again.
 */
public sealed interface PickerNotice {
  PickerId picker();

  String taskId();

  /** The picker will not do the task; nothing has happened and nothing will. */
  record TaskRefused(PickerId picker, String taskId, Refusal refusal) implements PickerNotice {}

  /** Why a task was refused. */
  enum Refusal {
    /** It has another task that is not concluded. */
    HAS_ANOTHER_TASK,
    /** It has done the task, and has been told to forget it. */
    ALREADY_CONCLUDED,
    /** It is in fault and takes no task until it is back in service. */
    IN_FAULT,
    /** An operator has paused it, or is draining it and the task would fill its carrier. */
    OUT_OF_SERVICE,
    /** The store says that it does not reach that dewar or port. */
    OUT_OF_REACH,
    /** Its carrier cannot hold so many more tubes. */
    CARRIER_FULL,
    /** A tube to unload or to place is not in its carrier. */
    NOT_IN_CARRIER,
    /** The port's buffer never has room for so many tubes. */
    BUFFER_TOO_SMALL
  }

  /** The work itself has begun: the rack is about to be lifted, or the dock is reached. */
  record WorkStarted(PickerId picker, String taskId, Instant at) implements PickerNotice {}

  /** A tube is in the carrier. */
  record Picked(PickerId picker, String taskId, TubeId tube, JobId job, int request, Instant at)
      implements PickerNotice {}

  /** A tube stands in a slot of the port. */
  record Unloaded(PickerId picker, String taskId, Delivery delivery) implements PickerNotice {}

  /**
   * The task is over and its effects are durable at the picker, the rack, the dewar or the port.
   *
   * @param fault empty if it succeeded
   * @param rackTubeSeconds weighted tube-seconds of a lift, of all tubes that stayed and were taken
   * @param picked requests whose tube is in the carrier now
   * @param missed requests whose tube was not there; of a place task also those whose well was
   *     taken
   * @param deliveries of an unload
   * @param returned what was placed
   * @param recalled whether it was taken back before its work: it has brought nothing about
   */
  record TaskEnded(
      PickerId picker,
      String taskId,
      Instant at,
      String fault,
      double rackTubeSeconds,
      List<ServedRequest> picked,
      List<MissedRequest> missed,
      List<Delivery> deliveries,
      List<Returned> returned,
      boolean recalled)
      implements PickerNotice {
    public TaskEnded {
      picked = List.copyOf(picked);
      missed = List.copyOf(missed);
      deliveries = List.copyOf(deliveries);
      returned = List.copyOf(returned);
    }
  }

  /** A request whose tube is in the carrier. */
  record ServedRequest(JobId job, int request, TubeId tube) {}

  /** A request whose tube was not where it should have been. */
  record MissedRequest(JobId job, int request, TubeId tube, Finding finding) {}

  /**
   * A tube that was delivered, with all the exposure that it got on the way: outside in its box, in
   * the gripper, in the carrier and at the port.
   *
   * @param portSideTubeSeconds weighted seconds in the carrier and at the port alone, which no lift
   *     has counted
   */
  record Delivery(
      JobId job,
      int request,
      TubeId tube,
      PortId port,
      int slot,
      Instant at,
      double seconds,
      double weightedSeconds,
      double portSideTubeSeconds,
      double peakCelsius) {}

  /**
   * A tube that stands in a rack again, with all the exposure that it got on its way: outside in
   * its box, in the gripper, in the carrier, in the gripper again and outside in its box again.
   *
   * @param carrierTubeSeconds weighted seconds in the carrier alone, which no lift has counted
   */
  record Returned(
      JobId job,
      int request,
      TubeId tube,
      Position position,
      Instant at,
      double seconds,
      double weightedSeconds,
      double carrierTubeSeconds,
      double peakCelsius) {}
}
