package org.givre.orchestrator.dispatch.model;

import java.time.Instant;
import org.givre.devices.action.ActionEvent;
import org.givre.devices.journal.JournalEvent;
import org.givre.devices.journal.Recorded;

/**
 * An event as the journal has it.
 *
 * @param offset in the order in which everything was written
 */
record Entry(long offset, String persistenceId, Recorded<?> recorded) {
  JournalEvent event() {
    return recorded.event();
  }

  Instant at() {
    return recorded.engineTime();
  }

  String causation() {
    return recorded.cause().causation();
  }

  /** What the event is, without its package. */
  String name() {
    return event().getClass().getSimpleName();
  }

  /** The id of its actor, without what kind of thing that is. */
  String id() {
    return persistenceId.substring(persistenceId.indexOf('|') + 1);
  }

  boolean isOf(String kind) {
    return persistenceId.startsWith(kind + "|");
  }

  /** Whether it is an effect of the action with that id. */
  boolean isEffectOf(String action) {
    return causation().equals("action " + action) && !(event() instanceof ActionEvent);
  }

  @Override
  public String toString() {
    return "%d %s %s %s".formatted(offset, at(), persistenceId, event());
  }
}
