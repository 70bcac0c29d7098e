package org.givre.devices.picker;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Service;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.Position;
import org.givre.plans.store.TubeId;

/** What a picker can be asked or told from outside; what it hears from its devices is internal. */
public sealed interface PickerCommand
    permits PickerCommand.Take,
        PickerCommand.Recall,
        PickerCommand.Conclude,
        PickerCommand.Act,
        PickerCommand.Describe,
        PickerSignal {

  /**
   * Asks the picker to do a task. Asked again, it answers with what has become of it, and tells the
   * new {@code notices} from then on: who asks starts again sometimes. What may be refused, and
   * why, is a {@link PickerNotice.Refusal}.
   *
   * @param notices hears how it goes
   */
  record Take(PickerTask task, Cause cause, ActorRef<PickerNotice> notices)
      implements PickerCommand {}

  /**
   * Takes a task back whose work has not been ordered yet: the robot ends its travel, then the task
   * is over. Harmless when repeated; means nothing for a task that has begun its work, or that the
   * picker does not have.
   */
  record Recall(String taskId) implements PickerCommand {}

  /** Says that the end of a task has been taken note of: the picker may forget it. */
  record Conclude(String taskId) implements PickerCommand {}

  /**
   * Wants something done with the picker: {@code pause, resume, drain, returnToService}.
   *
   * @param replyTo answered when it is decided and recorded
   */
  record Act(Action action, Cause cause, ActorRef<ActionAnswer> replyTo) implements PickerCommand {}

  /** Asks for what planning and people need to know. */
  record Describe(ActorRef<PickerPicture> replyTo) implements PickerCommand {}

  /**
   * What a picker believes about itself.
   *
   * @param station dewar or port where it stands or will stand when its task is over; empty before
   *     its first travel
   * @param carrier what is in it now, in the order it came in
   * @param task what it is doing, if anything
   * @param since when {@code state} began
   * @param reason of its fault, or the operator's, where {@code state} has one
   */
  record PickerPicture(
      PickerId picker,
      State state,
      Instant since,
      String reason,
      String station,
      List<Carried> carrier,
      Optional<PickerTask> task,
      Service service) {
    public PickerPicture {
      carrier = List.copyOf(carrier);
    }
  }

  /**
   * A tube in the carrier.
   *
   * @param origin where it was picked
   * @param pickedAt by the device's clock
   */
  record Carried(TubeId tube, JobId job, int request, Position origin, Instant pickedAt) {}

  /** What a picker is fit for. */
  enum State {
    AVAILABLE,
    BUSY,
    /** Out of use at an operator's word, with nothing under way. */
    PAUSED,
    /** To go out of service, once its carrier is empty. */
    DRAINING,
    OUT_OF_SERVICE,
    FAULT
  }
}
