package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre journal restore DIR}. */
@Command(
    name = "restore",
    description = {
      "Make a data directory from a backup.",
      "The data directory must be empty or new. All of the backup is checked first."
    })
final class JournalRestore extends JournalTask {
  @Parameters(paramLabel = "DIR", description = "The backup.")
  private Path backup;

  JournalRestore(Workplace workplace) {
    super(workplace);
  }

  @Override
  String doing() {
    return "restoring";
  }

  @Override
  int run(TaskProgress progress) throws IOException {
    var report = workplace().journals().restore(backup, dataDirectory(), progress.work());
    print("%,d events are restored to %s".formatted(report.lastOffset(), dataDirectory()));
    report
        .newKey()
        .ifPresent(
            key ->
                print(
                    "Heads are signed with the new key %s from now on: the backup has no signing key."
                        .formatted(key)));
    return ExitCode.OK;
  }
}
