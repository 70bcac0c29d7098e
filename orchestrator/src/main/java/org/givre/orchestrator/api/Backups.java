package org.givre.orchestrator.api;

import java.nio.file.Path;
import java.util.Optional;

/** Copies the journal while the engine runs; one copy at a time. */
public interface Backups {
  /**
   * Begins a backup.
   *
   * @throws RefusedException when the directory is not empty, another backup is under way, or the
   *     engine holds another data directory than was wanted
   */
  Backup start(Wanted wanted);

  /**
   * A backup that somebody wants.
   *
   * @param directory where to; empty or new
   * @param dataDirectory whose journal; empty: that of the engine that is asked, whichever it is
   */
  record Wanted(Path directory, Optional<Path> dataDirectory) {}

  /** The backup of that id; empty for one that this process has not begun. */
  Optional<Backup> backup(String id);

  /**
   * A backup and how far it is.
   *
   * @param doneEvents of {@code totalEvents} that are copied
   * @param failure why it failed; empty unless it did
   */
  record Backup(
      String id,
      Path directory,
      State state,
      long doneEvents,
      long totalEvents,
      Optional<Failure> failure) {}

  /**
   * Why a backup failed.
   *
   * @param code stable; begins with {@code journal} when it is the journal that is not as it should
   *     be, and not the backup
   * @param detail for people
   */
  record Failure(String code, String detail) {}

  /** How a backup stands. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /** A backup that was not begun. */
  final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
      super(message);
    }
  }
}
