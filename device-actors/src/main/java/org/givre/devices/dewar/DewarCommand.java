package org.givre.devices.dewar;

import akka.actor.typed.ActorRef;
import java.util.Optional;
import java.util.OptionalInt;
import org.givre.devices.action.Action;
import org.givre.devices.action.ActionAnswer;
import org.givre.devices.action.Service;
import org.givre.devices.journal.Cause;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.PickerId;

/** What a dewar can be asked or told. */
public sealed interface DewarCommand {

  /** Asks for the opening; answered when it is this task's turn, first come, first served. */
  record Acquire(String taskId, PickerId picker, Cause cause, ActorRef<Acquired> replyTo)
      implements DewarCommand {}

  /** Answer to {@link Acquire}: the opening is this task's. */
  record Acquired(DewarId dewar, String taskId) {}

  /**
   * Gives the opening back, or the place in the queue; harmless when repeated.
   *
   * @param carouselSlot slot that is under the opening now; empty if the carousel was not turned
   */
  record Release(String taskId, OptionalInt carouselSlot, Cause cause, ActorRef<Released> replyTo)
      implements DewarCommand {}

  /** Answer to {@link Release}. */
  record Released(DewarId dewar, String taskId) {}

  /** Wants something done with the dewar; answered when it is recorded. */
  record Act(Action action, Cause cause, ActorRef<ActionAnswer> replyTo) implements DewarCommand {}

  /**
   * Reports that the picker has no task here: frees what it holds, and its place in the queue;
   * harmless where there is neither.
   */
  record Vacate(PickerId picker, Cause cause) implements DewarCommand {}

  /** Asks where the dewar stands. */
  record Describe(ActorRef<DewarPicture> replyTo) implements DewarCommand {}

  /**
   * What a dewar believes.
   *
   * @param carouselSlot slot under the opening; 0 before the first turn
   * @param holder task and picker that have the opening
   */
  record DewarPicture(DewarId dewar, int carouselSlot, Optional<Holder> holder, Service service) {}

  /** Who has the opening. */
  record Holder(String taskId, PickerId picker) {}
}
