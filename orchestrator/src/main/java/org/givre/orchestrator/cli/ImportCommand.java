package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code givre import FILE}. */
@Command(
    name = "import",
    description = {
      "Import an inventory (CSV): tell the engine which tubes stand where.",
      "Columns: tube_barcode,specimen_id,material,aliquot,dewar,rack,level,well. The whole file is checked before any of it is taken."
    })
final class ImportCommand extends ApiCommand {
  @Parameters(paramLabel = "FILE", description = "The inventory, CSV.")
  private Path file;

  @Option(
      names = "--dry-run",
      description = "Check the file and say what is wrong; import nothing.")
  private boolean dryRun;

  ImportCommand(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    try {
      var body = BodyPublishers.ofFile(file);
      var progress = new ImportProgressText(api, "importing " + file, body.contentLength());
      return new Waiting(workplace())
          .during(
              progress::after,
              () ->
                  api.post(
                      "/v1/inventory:import?dryRun=" + dryRun,
                      body,
                      List.of("Content-Type", "text/csv")));
    } catch (FileNotFoundException missing) {
      throw InputFile.notReadable(file, missing);
    }
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    if (dryRun) {
      terminal.out().println(DryRunText.of(answer));
      return;
    }
    answer
        .fields()
        .forEachRemaining(
            count ->
                terminal.out().println(count.getKey() + "  " + Figures.text(count.getValue())));
  }

  @Override
  int exitCode(JsonNode answer) {
    return dryRun ? DryRunText.exitCode(answer) : ExitCode.OK;
  }
}
