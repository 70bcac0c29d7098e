package org.givre.orchestrator.wiring;

import akka.actor.typed.ActorSystem;
import java.io.IOException;
import java.net.URI;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.cli.CommandFailure;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.ExitCode;
import org.givre.orchestrator.cli.RunningEngine;

/** An engine that serves, with all that it is made of. */
final class Engine implements RunningEngine {
  private final URI url;
  private final String description;
  private final ActorSystem<?> system;
  private final JournalWatch journal;
  private final Opened opened;

  Engine(ActorSystem<?> system, Served served, JournalWatch journal, Opened opened) {
    this.url = served.url();
    this.description = served.description();
    this.system = system;
    this.journal = journal;
    this.opened = opened;
  }

  /** Where an engine serves, and what is said of it. */
  record Served(URI url, String description) {}

  /**
   * Starts an engine; returns when it answers HTTP.
   *
   * @param opening how far the proof of its journal is
   * @throws StartRefusal when something stands in the way
   */
  static Engine start(EngineOptions options, Machine machine, Progress opening) throws IOException {
    return new EngineStart(options, machine, opening).run();
  }

  @Override
  public URI url() {
    return url;
  }

  @Override
  public String description() {
    return description;
  }

  /**
   * Waits until the engine has stopped.
   *
   * @throws CommandFailure with {@link ExitCode#JOURNAL_STOPPED} when its journal had stopped
   *     before
   */
  @Override
  public int awaitStop() {
    system.getWhenTerminated().toCompletableFuture().join();
    journal
        .stopped()
        .ifPresent(
            why -> {
              throw new CommandFailure(ExitCode.JOURNAL_STOPPED, why);
            });
    return ExitCode.OK;
  }

  @Override
  public void close() {
    opened.close();
  }
}
