package org.givre.devices.dewar;

import akka.actor.typed.ActorRef;
import java.util.Optional;
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

  /** Gives the opening back; harmless when repeated. */
  record Release(String taskId, int carouselSlot, Cause cause, ActorRef<Released> replyTo)
      implements DewarCommand {}

  /** Answer to {@link Release}. */
  record Released(DewarId dewar, String taskId) {}

  /** Asks where the dewar stands. */
  record Describe(ActorRef<DewarPicture> replyTo) implements DewarCommand {}

  /**
   * What a dewar believes.
   *
   * @param holder task and picker that have the opening
   */
  record DewarPicture(DewarId dewar, int carouselSlot, Optional<Holder> holder) {}

  /** Who has the opening. */
  record Holder(String taskId, PickerId picker) {}
}
