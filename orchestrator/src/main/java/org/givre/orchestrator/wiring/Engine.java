package org.givre.orchestrator.wiring;

import akka.actor.typed.ActorSystem;
import java.io.IOException;
import java.net.URI;
import org.givre.orchestrator.cli.EngineOptions;
import org.givre.orchestrator.cli.ExitCode;
import org.givre.orchestrator.cli.RunningEngine;

/** An engine that serves, with all that it is made of. */
final class Engine implements RunningEngine {
  private final URI url;
  private final String description;
  private final ActorSystem<?> system;
  private final Opened opened;

  Engine(URI url, String description, ActorSystem<?> system, Opened opened) {
    this.url = url;
    this.description = description;
    this.system = system;
    this.opened = opened;
  }

  /**
   * Starts an engine; returns when it answers HTTP.
   *
   * @throws StartRefusal when something stands in the way
   */
  static Engine start(EngineOptions options, Machine machine) throws IOException {
    return new EngineStart(options, machine).run();
  }

  @Override
  public URI url() {
    return url;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public int awaitStop() {
    system.getWhenTerminated().toCompletableFuture().join();
    return ExitCode.OK;
  }

  @Override
  public void close() {
    opened.close();
  }
}
