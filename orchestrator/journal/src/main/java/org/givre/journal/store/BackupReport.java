package org.givre.journal.store;

/**
 * What a backup has.
 *
 * @param lastOffset of the last event in it
 * @param bytes of all its files
 */
public record BackupReport(StoreId store, long lastOffset, long blocks, long bytes) {}
