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
  /** Ends the name of a database that was put aside. */
  private static final String KEPT = "-torn";

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
          copy(file, target);
        }
      }
    }
    var descriptor = Descriptor.of(copy);
    if (descriptor.isPresent() && LogFormat.cutTorn(descriptor.get())) {
      ownTables(Descriptor.number(descriptor.get()));
    }
  }

  /**
   * Without its end the descriptor may give numbers again: those tables must not be the original's.
   */
  private void ownTables(long after) throws IOException {
    try (var files = Files.list(original)) {
      for (var file : files.filter(TrialCopy::isTable).sorted().toList()) {
        if (number(file) > after) {
          copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
  }

  /** Durable, in a file of its own even where a link is: the copy may become the journal. */
  private static void copy(Path from, Path to) throws IOException {
    DurableFile.write(to, out -> Files.copy(from, out));
  }

  private static long number(Path table) {
    var name = table.getFileName().toString();
    return Long.parseLong(name.substring(0, name.indexOf('.')));
  }

  static boolean isTable(Path file) {
    return file.getFileName().toString().matches("[0-9]{1,18}\\.(sst|ldb)");
  }

  /** Puts the copy in the place of the original, which is kept beside it. */
  void adopt() throws IOException {
    DurableFile.forceDirectory(copy);
    putAside(directory, original);
    Files.move(copy, original, StandardCopyOption.ATOMIC_MOVE);
    DurableFile.forceDirectory(directory);
  }

  /** Keeps a database that is used no more. */
  static void putAside(Path journal, Path database) throws IOException {
    var kept = kept(journal, database);
    delete(kept);
    Files.move(database, kept, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path kept(Path journal, Path database) {
    return journal.resolve(database.getFileName() + KEPT);
  }

  /** An adoption that was cut short between its two steps is undone. */
  static void finish(Path journal, Path database) throws IOException {
    var kept = kept(journal, database);
    if (!Files.exists(database) && Files.exists(kept)) {
      Files.move(kept, database, StandardCopyOption.ATOMIC_MOVE);
      DurableFile.forceDirectory(journal);
    }
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
