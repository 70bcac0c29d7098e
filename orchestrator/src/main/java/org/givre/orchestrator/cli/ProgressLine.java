package org.givre.orchestrator.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.givre.journal.store.Progress;

/**
 * Tells people how far something has come: one line that is drawn again on a terminal, a line every
 * few seconds elsewhere. Any thread may draw; nothing is drawn after it was closed.
 */
final class ProgressLine implements AutoCloseable {
  /** Often enough to see that it lives, seldom enough for the log of a build. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

  /** What takes no longer needs no word. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final String TO_START_AND_CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final Clock wall;
  private final Instant first;
  private String shown = "";
  private boolean closed;
  private Instant nextLine = Instant.MIN;

  ProgressLine(Terminal terminal, Clock wall) {
    this(terminal, wall, Instant.MIN);
  }

  private ProgressLine(Terminal terminal, Clock wall, Instant first) {
    this.terminal = terminal;
    this.wall = wall;
    this.first = first;
  }

  /** A line that says nothing of what is soon over. */
  static ProgressLine patient(Terminal terminal, Clock wall) {
    return new ProgressLine(terminal, wall, wall.instant().plus(PATIENCE));
  }

  /** Shows how many of something are done. */
  Progress counting(String doing) {
    return (done, total) ->
        show(
            total == 0
                ? "%s: %,d".formatted(doing, done)
                : "%s: %,d of %,d (%d %%)".formatted(doing, done, total, 100 * done / total));
  }

  synchronized void show(String text) {
    if (closed || text.equals(shown) || wall.instant().isBefore(first)) {
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
