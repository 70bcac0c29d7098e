package org.givre.journal.store;

/**
 * Which snapshot. There is one at most for each sequence number of a persistence id.
 *
 * @param sequenceNumber of the last event that it has in it
 * @param timestampMillis wall time, milliseconds since 1970; 0, where one is looked for: any
 */
public record SnapshotName(String persistenceId, long sequenceNumber, long timestampMillis) {}
