package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Complaints about files that a command should read. */
final class InputFile {
  private InputFile() {}

  static CommandFailure notReadable(Path file, IOException why) {
    return new CommandFailure(
        ExitCode.MALFORMED,
        "Cannot read %s: %s. Check the name and its permissions."
            .formatted(file, FileReason.of(why)),
        why);
  }
}
