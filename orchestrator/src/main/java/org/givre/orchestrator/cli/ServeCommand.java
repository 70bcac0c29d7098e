package org.givre.orchestrator.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code givre serve}. */
@Command(
    name = "serve",
    description = {
      "Run an engine until it is told to stop.",
      "Binds to loopback. Stop it with Ctrl-C or SIGTERM; started again on the same directory it goes on where it was."
    })
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      required = true,
      description = "Everything that the engine keeps; made if it is not there.")
  private Path dataDirectory;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "What the store is made of (the directory's own; for a new one the 1000g store).")
  private Optional<Path> store = Optional.empty();

  @Option(names = "--simulate", description = "Run simulated robots in a simulated world.")
  private boolean simulate;

  @Mixin private EngineFlags flags;

  private final Workplace workplace;

  ServeCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    try (var engine = workplace.started(flags.served(dataDirectory, store, simulate))) {
      workplace.terminal().out().println(engine.description());
      return engine.awaitStop();
    }
  }
}
