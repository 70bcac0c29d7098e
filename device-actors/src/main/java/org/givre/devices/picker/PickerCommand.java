package org.givre.devices.picker;

import akka.actor.typed.ActorRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.TubeId;

/** What a picker can be asked or told from outside; what it hears from its devices is internal. */
public sealed interface PickerCommand
    permits PickerCommand.Take, PickerCommand.Conclude, PickerCommand.Describe, PickerSignal {

  /**
   * Asks the picker to do a task. Asked again, it answers with what has become of it, and tells the
   * new {@code notices} from then on: who asks starts again sometimes. What may be refused, and
   * why, is a {@link PickerNotice.Refusal}.
   *
   * @param notices hears how it goes
   */
  record Take(PickerTask task, Cause cause, ActorRef<PickerNotice> notices)
      implements PickerCommand {}

  /** Says that the end of a task has been taken note of: the picker may forget it. */
  record Conclude(String taskId) implements PickerCommand {}

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
   */
  record PickerPicture(
      PickerId picker,
      State state,
      Instant since,
      String reason,
      String station,
      List<Carried> carrier,
      Optional<PickerTask> task) {
    public PickerPicture {
      carrier = List.copyOf(carrier);
    }
  }

  /** A tube in the carrier. */
  record Carried(TubeId tube, JobId job, int request) {}

  /** What a picker is fit for. */
  enum State {
    AVAILABLE,
    BUSY,
    FAULT
  }
}
