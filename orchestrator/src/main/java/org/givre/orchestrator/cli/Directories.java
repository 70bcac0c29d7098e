package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What is done with directories as a whole. */
final class Directories {
  private Directories() {}

  /** Deletes a directory and all that is in it. */
  static void delete(Path directory) {
    try {
      for (var path : deepestFirst(directory)) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "Cannot delete %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  private static List<Path> deepestFirst(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
