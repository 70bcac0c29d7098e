package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.givre.journal.store.OwnerLock;
import org.givre.orchestrator.cli.CommandFailure;
import org.givre.orchestrator.cli.ExitCode;

/**
 * A directory that is being filled, locked against others. Unless it is kept at the end, it is as
 * it was before: not there, or empty.
 */
final class FreshDirectory implements AutoCloseable {
  private final Path root;
  private final OwnerLock lock;
  private final boolean made;
  private boolean kept;

  private FreshDirectory(Path root, OwnerLock lock, boolean made) {
    this.root = root;
    this.lock = lock;
    this.made = made;
  }

  /**
   * Makes or takes an empty or new directory.
   *
   * @throws CommandFailure when it is neither, or somebody else has just taken it
   */
  static FreshDirectory take(Path root) throws IOException {
    requireFree(root);
    var made = !Files.exists(root);
    Files.createDirectories(root);
    var lock = LocalJournals.locked(root);
    if (!isOurs(root)) {
      lock.close();
      throw notEmpty(root);
    }
    return new FreshDirectory(root, lock, made);
  }

  /** Refuses a directory in which something is. */
  static void requireFree(Path directory) throws IOException {
    if (!DataBackup.isFree(directory)) {
      throw notEmpty(directory);
    }
  }

  private static CommandFailure notEmpty(Path directory) {
    return new CommandFailure(
        ExitCode.CONFLICT, "%s is not empty. Give an empty or new directory.".formatted(directory));
  }

  /** Nobody filled it before we had the lock. */
  private static boolean isOurs(Path root) throws IOException {
    try (var files = Files.list(root)) {
      return files.allMatch(file -> file.endsWith(OwnerLock.FILE));
    }
  }

  /** What is in it is whole. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      if (!kept) {
        empty();
      }
    }
  }

  private void empty() throws IOException {
    for (var path : deepestFirst()) {
      if (made || !path.equals(root)) {
        Files.delete(path);
      }
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (var paths = Files.walk(root)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
