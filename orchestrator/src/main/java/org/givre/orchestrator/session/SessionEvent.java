package org.givre.orchestrator.session;

import org.givre.devices.journal.JournalEvent;

/** What has happened to the engine as a whole. */
public sealed interface SessionEvent extends JournalEvent {

  /**
   * The engine was started.
   *
   * @param speed engine seconds per wall second
   * @param seed of all chance in this session
   */
  record SessionStarted(String version, double speed, long seed, boolean simulated)
      implements SessionEvent {}
}
