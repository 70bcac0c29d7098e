package org.givre.journal.store;

/**
 * How a store is.
 *
 * @param lastOffset of the last event that is durable; 0: none
 * @param anchoredOffset of the last signed head
 * @param stopped whether it has failed and takes no more writes
 */
public record StoreStatus(
    long lastOffset,
    long anchoredOffset,
    int persistenceIds,
    boolean stopped,
    Disk disk,
    Work work) {

  /** The journal's disk when last looked at. */
  public record Disk(DiskLevel level, long freeBytes) {}

  /**
   * What was done since the store was opened.
   *
   * @param bytes of ledger
   * @param commitSecondsMedian from the first event's encoding to the end of the sync
   * @param queued requests that wait
   */
  public record Work(
      long commits,
      long events,
      long bytes,
      double commitSecondsMedian,
      double commitSecondsP99,
      int queued) {}
}
