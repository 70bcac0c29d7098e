package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code givre demo}. */
@Command(
    name = "demo",
    description = {
      "See it work: a store of 20,280 tubes, two simulated robots, one pick list.",
      "Starts an engine in a fresh directory, fetches one tube of each British donor of the 1000 Genomes Project and says how warm each tube got. Then stays up for you to look around, unless told otherwise."
    })
final class DemoCommand implements Callable<Integer> {
  /** Some ten minutes of robot work in some ten seconds. */
  private static final double USUAL_SPEED = 60;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where the engine keeps everything (a fresh temporary directory).")
  private Optional<Path> dataDirectory = Optional.empty();

  @Option(names = "--exit-when-done", description = "Stop when the tubes are delivered.")
  private boolean exitWhenDone;

  @Mixin private EngineFlags flags;

  private final Workplace workplace;

  DemoCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (dataDirectory.isPresent() || !exitWhenDone) {
      return shown(dataDirectory.orElseGet(DemoCommand::freshDirectory));
    }
    var fresh = freshDirectory();
    try {
      return shown(fresh);
    } finally {
      Directories.delete(fresh);
    }
  }

  private int shown(Path directory) {
    var out = workplace.terminal().out();
    out.println("Starting an engine with simulated robots ...");
    try (var engine = workplace.started(flags.demonstrated(directory, USUAL_SPEED))) {
      out.println(engine.description());
      var job = new Demonstration(workplace, engine.url()).run();
      if (!exitWhenDone) {
        DemoHints.print(engine.url(), job, out);
        return engine.awaitStop();
      }
      return JobText.exitCode(job);
    }
  }

  private static Path freshDirectory() {
    try {
      return Files.createTempDirectory("givre-demo-");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "Cannot make a temporary directory: %s. Give one as --data-dir."
              .formatted(e.getMessage()),
          e);
    }
  }
}
