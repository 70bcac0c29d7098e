package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre world export --world DIR}. */
@Command(
    name = "export",
    description = {
      "Print where every tube of a simulated world truly is, as CSV.",
      "Needs no engine. Columns are those of an import and \"place\": empty in a rack, picker:NAME in a carrier, port:NAME:SLOT at a port."
    })
final class WorldExportCommand implements Callable<Integer> {
  @Option(
      names = "--world",
      paramLabel = "DIR",
      required = true,
      description = "The world: the directory world in a data directory.")
  private Path world;

  @Option(
      names = "--history",
      description =
          "Add how often each tube was picked and put back, and its seconds outside the cold.")
  private boolean history;

  private final Workplace workplace;

  WorldExportCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(world)) {
      throw new CommandFailure(
          ExitCode.MALFORMED,
          "--world: expected the directory of a simulated world, found no directory %s"
              .formatted(world));
    }
    try {
      workplace.worlds().print(world, history, workplace.terminal().out());
      return ExitCode.OK;
    } catch (IOException e) {
      throw InputFile.notReadable(world, e);
    }
  }
}
