package org.givre.orchestrator.cli;

import org.givre.journal.store.Progress;

/** Starts an engine in this process. */
@FunctionalInterface
public interface EngineStarter {
  /**
   * Returns when the engine answers HTTP.
   *
   * @param opening how far the proof of its journal is, which may take long
   * @throws CommandFailure when it does not start: what to do stands in the message
   */
  RunningEngine start(EngineOptions options, Progress opening);
}
