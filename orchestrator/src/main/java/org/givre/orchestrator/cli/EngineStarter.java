package org.givre.orchestrator.cli;

/** Starts an engine in this process. */
@FunctionalInterface
public interface EngineStarter {
  /**
   * Returns when the engine answers HTTP.
   *
   * @throws CommandFailure when it does not start: what to do stands in the message
   */
  RunningEngine start(EngineOptions options);
}
