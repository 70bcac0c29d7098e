package org.givre.journal.proof;

import java.util.Optional;
import org.givre.journal.store.SnapshotRange;
import org.givre.journal.store.Snapshots;

/** Saves snapshots and deletes older ones, and notes both, until one fails. Thread-safe. */
final class SnapshotWriter {
  private final Snapshots snapshots;
  private final Writer.Notes notes;
  private volatile Optional<RuntimeException> failed = Optional.empty();

  SnapshotWriter(Snapshots snapshots, Writer.Notes notes) {
    this.snapshots = snapshots;
    this.notes = notes;
  }

  /** After some events only; the event is stored. */
  void save(String persistenceId, long sequenceNumber) {
    if (sequenceNumber % 2 != 0 || failed.isPresent()) {
      return;
    }
    try {
      snapshots.save(Load.snapshot(persistenceId, sequenceNumber));
      notes.add(Acknowledged.saved(persistenceId, sequenceNumber));
      if (sequenceNumber % 3 == 0) {
        var older = sequenceNumber - 1;
        snapshots.delete(persistenceId, upTo(older));
        notes.add(Acknowledged.unsaved(persistenceId, older));
      }
    } catch (RuntimeException failure) {
      failed = Optional.of(failure);
    }
  }

  /** Why nothing is saved any more; empty while it is. */
  Optional<RuntimeException> failed() {
    return failed;
  }

  static SnapshotRange upTo(long sequenceNumber) {
    return new SnapshotRange(0, sequenceNumber, Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
