package org.givre.orchestrator.cli;

import java.io.IOException;
import org.givre.journal.store.PayloadRendering;
import picocli.CommandLine.Command;

/** {@code givre journal export}. */
@Command(
    name = "export",
    description = {
      "Print every event, a line of JSON each, in the order in which they became durable.",
      "Payloads are in base64. Every block is verified on its way."
    })
final class JournalExport extends JournalTask {
  JournalExport(Workplace workplace) {
    super(workplace);
  }

  @Override
  String doing() {
    return "exporting";
  }

  @Override
  int run(TaskProgress progress) throws IOException {
    try (var held = workplace().journals().hold(dataDirectory());
        var store = held.open(progress.opening());
        var lines = new ManyLines(workplace().terminal().out())) {
      store.export(PayloadRendering.base64(), lines::print, progress.work());
      return ExitCode.OK;
    }
  }
}
