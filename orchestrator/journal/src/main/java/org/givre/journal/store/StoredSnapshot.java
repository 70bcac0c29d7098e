package org.givre.journal.store;

/**
 * A snapshot as it was stored. Head and content are opaque to the store.
 *
 * @param head what is needed to understand the content: some hundred bytes
 * @param content up to 1 GiB, in one array
 */
public record StoredSnapshot(SnapshotName name, byte[] head, byte[] content) {}
