package org.givre.orchestrator.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Prints a simulated world's truth from its directory. */
@FunctionalInterface
public interface WorldPrinter {
  /**
   * Writes where every tube truly is, as CSV.
   *
   * @param history whether picks and time outside the cold are told too
   */
  void print(Path world, boolean history, Appendable out) throws IOException;
}
