package org.givre.orchestrator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.givre.journal.store.BackupReport;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Progress;
import org.givre.journal.store.Restore;
import org.givre.journal.store.StoreSettings;

/** Finds the journals of data directories, and keeps engines off them meanwhile. */
public interface JournalHome {
  /** Where the engine answers that holds a data directory; empty when none does. */
  Optional<URI> engine(Path dataDirectory) throws IOException;

  /**
   * Holds a data directory, so that no engine starts on it.
   *
   * @throws CommandFailure when it is none, or is held: the message says by whom
   */
  Held hold(Path dataDirectory) throws IOException;

  /** A data directory that is held until this is closed. */
  interface Held extends AutoCloseable {
    /** How its engine would open the journal. */
    StoreSettings journal();

    /** Opens the journal; whoever opens it closes it before this. */
    JournalStore open(Progress opening);

    /**
     * Copies the journal and what belongs to it into an empty or new directory.
     *
     * @param withSigningKey whoever has the backup can then sign as this journal
     */
    BackupReport backUp(Path to, boolean withSigningKey, TaskProgress progress) throws IOException;

    @Override
    void close() throws IOException;
  }

  /**
   * Makes a data directory from a backup.
   *
   * @throws CommandFailure when it is neither empty nor new, or the backup is none
   */
  Restore.Report restore(Path backup, Path dataDirectory, Progress progress) throws IOException;
}
