package org.givre.journal.proof;

import java.io.IOException;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Snapshots;

/** A journal that is open, and the snapshots beside it. */
record OpenJournal(JournalStore store, Snapshots snapshots) implements AutoCloseable {

  /** Opens the snapshots of a store, which is closed when they refuse. */
  static OpenJournal of(JournalStore store) throws IOException {
    try {
      return new OpenJournal(store, Snapshots.open(store));
    } catch (RuntimeException refused) {
      store.close();
      throw refused;
    }
  }

  @Override
  public void close() throws IOException {
    try (store;
        snapshots) {
      // Closed in reverse order, each even when the other fails.
    }
  }
}
