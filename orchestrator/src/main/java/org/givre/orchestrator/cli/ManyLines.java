package org.givre.orchestrator.cli;

import java.io.PrintStream;

/**
 * Prints more lines than anybody counts. Ends soon after the first that cannot be written, where a
 * stream alone would swallow the failure and all that follows.
 */
final class ManyLines implements AutoCloseable {
  /**
   * In characters. A system call for as many costs nothing beside the reading of what is printed.
   */
  private static final int BUFFER = 64 << 10;

  private final PrintStream out;
  private final StringBuilder buffer = new StringBuilder();

  ManyLines(PrintStream out) {
    this.out = out;
  }

  /**
   * Prints a line, now or a little later.
   *
   * @throws CommandFailure when an earlier one could not be written
   */
  void print(String line) {
    buffer.append(line).append(System.lineSeparator());
    if (buffer.length() >= BUFFER) {
      write();
    }
  }

  private void write() {
    out.append(buffer);
    buffer.setLength(0);
    requireWritten(out);
  }

  /**
   * Asks a stream that swallows failures whether it did.
   *
   * @throws CommandFailure when something that was printed is not written
   */
  static void requireWritten(PrintStream out) {
    if (out.checkError()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "Not everything could be written to standard output: what is there is not whole. Check the space of its disk, and that whoever reads it reads to the end.");
    }
  }

  /** Writes what is left. */
  @Override
  public void close() {
    write();
  }
}
