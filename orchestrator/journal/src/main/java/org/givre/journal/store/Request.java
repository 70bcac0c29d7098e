package org.givre.journal.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What waits for the committing threads. Every one of them is answered. */
sealed interface Request {
  CompletableFuture<Long> done();

  /** Bytes of payloads that it holds in memory. */
  default long bytes() {
    return 0;
  }

  /** Events to be stored; done with the offset of the last. */
  record Append(List<AtomicWrite> writes, long bytes, CompletableFuture<Long> done)
      implements Request {}

  /** Events not to be replayed any more; done with the offset of the last event before. */
  record Delete(String persistenceId, long toSequenceNumber, CompletableFuture<Long> done)
      implements Request {}

  /** Work that must not meet a commit; done with the last offset that is durable. */
  record Between(Work work, CompletableFuture<Long> done) implements Request {}

  /** The committing threads end; done with the last offset that is durable. */
  record Stop(CompletableFuture<Long> done) implements Request {}

  /** What is done between two commits, told where the chain has come to. */
  @FunctionalInterface
  interface Work {
    void at(ChainPoint point);
  }
}
