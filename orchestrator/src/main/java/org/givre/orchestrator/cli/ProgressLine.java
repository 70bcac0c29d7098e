package org.givre.orchestrator.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells people how far something has come: one line that is drawn again on a terminal, a line every
 * few seconds elsewhere. Any thread may draw; nothing is drawn after it was closed.
 */
final class ProgressLine implements AutoCloseable {
  /** Often enough to see that it lives, seldom enough for the log of a build. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

  private static final String TO_START_AND_CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final Clock wall;
  private String shown = "";
  private boolean closed;
  private Instant nextLine = Instant.MIN;

  ProgressLine(Terminal terminal, Clock wall) {
    this.terminal = terminal;
    this.wall = wall;
  }

  synchronized void show(String text) {
    if (closed || text.equals(shown)) {
      return;
    }
    if (terminal.interactive()) {
      terminal.err().print(TO_START_AND_CLEAR + text);
      terminal.err().flush();
      shown = text;
    } else if (!wall.instant().isBefore(nextLine)) {
      terminal.err().println(text);
      nextLine = wall.instant().plus(BETWEEN_LINES);
      shown = text;
    }
  }

  /** Clears the line on a terminal. */
  @Override
  public synchronized void close() {
    closed = true;
    if (terminal.interactive() && !shown.isEmpty()) {
      terminal.err().print(TO_START_AND_CLEAR);
      terminal.err().flush();
    }
  }
}
