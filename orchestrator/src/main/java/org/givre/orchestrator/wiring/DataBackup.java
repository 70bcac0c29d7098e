package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.givre.journal.store.BackupReport;
import org.givre.journal.store.DurableFile;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Progress;

/**
 * What a backup of a data directory has: the journal's own backup in {@code journal}, and beside it
 * the small files without which an engine would not know its store and its clock.
 */
final class DataBackup {
  static final String JOURNAL = "journal";

  /** The last of them says that it is complete. */
  private static final List<String> BESIDE =
      List.of("givre.conf", "store.json", "clock.json", "FORMAT");

  private final JournalStore journal;
  private final Path root;

  /** Of the open journal in the data directory {@code root}. */
  DataBackup(JournalStore journal, Path root) {
    this.journal = journal;
    this.root = root;
  }

  /** Backs up the journal and the files beside it, into a directory that is empty or new. */
  BackupReport make(Path to, boolean withSigningKey, Progress progress) throws IOException {
    Files.createDirectories(to);
    var report = journal.backup(to.resolve(JOURNAL), withSigningKey, progress);
    copyBeside(root, to);
    return report;
  }

  /** Copies what stands beside the journal; what is not there is left out. */
  static void copyBeside(Path from, Path to) throws IOException {
    for (var name : BESIDE) {
      try {
        DurableFile.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
      } catch (NoSuchFileException none) {
        Files.deleteIfExists(to.resolve(name));
      }
    }
  }

  /** Whether a directory is empty or not there. */
  static boolean isFree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (var files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }
}
