package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/**
 * A copy of LevelDB's directory on which its own repair is tried. Tables never change and are
 * linked; the rest is copied.
 */
final class TrialCopy {
  private final Path directory;
  private final Path original;
  private final Path copy;

  TrialCopy(Path journal, Path original) {
    this.directory = journal;
    this.original = original;
    this.copy = journal.resolve("db-trial");
  }

  Path path() {
    return copy;
  }

  void make() throws IOException {
    delete(copy);
    Files.createDirectory(copy);
    try (var files = Files.list(original)) {
      for (var file : files.sorted().toList()) {
        var target = copy.resolve(file.getFileName());
        if (isTable(file)) {
          Files.createLink(target, file);
        } else if (!file.endsWith("LOCK")) {
          Files.copy(file, target);
        }
      }
    }
  }

  private static boolean isTable(Path file) {
    var name = file.getFileName().toString();
    return name.endsWith(".sst") || name.endsWith(".ldb");
  }

  /** Puts the copy in the place of the original, which is kept beside it. */
  void adopt() throws IOException {
    var kept = directory.resolve("db-torn");
    delete(kept);
    Files.move(original, kept, StandardCopyOption.ATOMIC_MOVE);
    Files.move(copy, original, StandardCopyOption.ATOMIC_MOVE);
    DurableFile.forceDirectory(directory);
  }

  void delete() throws IOException {
    delete(copy);
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (var files = Files.walk(tree)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
