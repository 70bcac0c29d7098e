package org.givre.journal.store;

import org.jspecify.annotations.Nullable;

/**
 * Snapshots that cannot be trusted, where the events alone do not lead to the right state either.
 */
public final class SnapshotDamage extends RuntimeException {
  SnapshotDamage(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
