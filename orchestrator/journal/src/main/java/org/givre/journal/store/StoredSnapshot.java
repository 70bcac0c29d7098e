package org.givre.journal.store;

/**
 * A snapshot as it was stored. Head and content are opaque to the store.
 *
 * @param head what is needed to understand the content: some hundred bytes
 * @param content at most {@link #MOST_BYTES}
 */
public record StoredSnapshot(SnapshotName name, byte[] head, byte[] content) {
  /**
   * Of one snapshot: 256 MiB. It is in memory twice while it is saved or loaded, and what is larger
   * takes longer on a slow disk than the plug-in's breaker waits.
   */
  public static final int MOST_BYTES = 256 << 20;

  /** Refuses more content than the store takes. */
  public StoredSnapshot {
    if (content.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "A snapshot of %s has %d bytes; the store takes %d. Let the actor keep less in its state, or split it."
              .formatted(name.persistenceId(), content.length, MOST_BYTES));
    }
  }
}
