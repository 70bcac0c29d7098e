package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a command is to write: tried before the work, and then written whole or not at all.
 * What is no plain file, such as a link or {@code /dev/stdout}, is written where it is.
 */
final class OutputFile {
  private final Path file;

  private OutputFile(Path file) {
    this.file = file;
  }

  /**
   * The file, if it can be written.
   *
   * @throws CommandFailure with {@link ExitCode#MALFORMED} when it cannot
   */
  static OutputFile at(Path file) {
    var directory = file.toAbsolutePath().getParent();
    if (directory == null || Files.isDirectory(file)) {
      throw notWritable(file, "it is a directory. Name a file.");
    }
    if (!Files.isDirectory(directory)) {
      throw notWritable(
          file, "there is no directory %s. Create it, or name another.".formatted(directory));
    }
    var output = new OutputFile(file);
    output.tryOut();
    return output;
  }

  private void tryOut() {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw notWritable(file, "permission denied. Name another file, or remove it.");
    }
    if (isPlain()) {
      try {
        Files.createFile(unfinished());
        Files.delete(unfinished());
      } catch (IOException why) {
        throw notWritable(
            file, FileReason.of(why) + ". Check the permissions of its directory, and space.");
      }
    }
  }

  private static CommandFailure notWritable(Path file, String why) {
    return new CommandFailure(ExitCode.MALFORMED, "Cannot write %s: %s".formatted(file, why));
  }

  /** Has the file written by {@code writing}, which is told where. */
  void write(Writing writing) {
    try {
      if (isPlain()) {
        replace(writing);
      } else {
        writing.to(file);
      }
    } catch (IOException why) {
      throw new CommandFailure(
          ExitCode.FAILED, "Cannot write %s: %s".formatted(file, FileReason.of(why)), why);
    }
  }

  private void replace(Writing writing) throws IOException {
    try {
      writing.to(unfinished());
      Files.move(
          unfinished(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished());
    }
  }

  private boolean isPlain() {
    return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Beside the file, with its ending, which says whether it is compressed. */
  private Path unfinished() {
    return file.resolveSibling(
        ".unfinished-%d-%s".formatted(ProcessHandle.current().pid(), file.getFileName()));
  }

  /** Writes something to a file. */
  @FunctionalInterface
  interface Writing {
    void to(Path file) throws IOException;
  }
}
