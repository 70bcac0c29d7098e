package org.givre.journal.store;

import java.time.Duration;

/**
 * Limits of group commit.
 *
 * @param queuedWrites that wait at most; who comes after waits to queue
 * @param queuedBytes of payloads that wait at most
 * @param blockBytes of payloads in one commit, about; one greater write has a commit of its own
 * @param writeBytes of payloads in one write at most; a greater one is rejected
 * @param anchorInterval how often a head is signed while there are commits; what a power cut and a
 *     thief of the last seconds could take unseen
 * @param checkpointBytes of ledger after which the catalogue is written out
 */
public record CommitSettings(
    int queuedWrites,
    long queuedBytes,
    int blockBytes,
    int writeBytes,
    Duration anchorInterval,
    long checkpointBytes) {

  /** As {@code reference.conf} has it. */
  public static CommitSettings usual() {
    return new CommitSettings(
        16_384, 64L << 20, 2 << 20, 32 << 20, Duration.ofSeconds(1), 64L << 20);
  }
}
