package org.givre.devices.directory;

import akka.persistence.testkit.JournalOperation;
import akka.persistence.testkit.ProcessingPolicy;
import akka.persistence.testkit.ProcessingResult;
import akka.persistence.testkit.ProcessingSuccess;
import akka.persistence.testkit.StorageFailure;
import akka.persistence.testkit.WriteEvents;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts writes to the journal; may let every so manieth fail. */
final class WriteCount implements ProcessingPolicy<JournalOperation> {
  private final int most;
  private final boolean fails;
  private final AtomicInteger writes = new AtomicInteger();
  private final CompletableFuture<Void> reached = new CompletableFuture<>();

  private WriteCount(int most, boolean fails) {
    this.most = most;
    this.fails = fails;
  }

  /** Says when there were so many. */
  static WriteCount until(int most) {
    return new WriteCount(most, false);
  }

  /** Every so manieth fails. */
  static WriteCount failingEvery(int most) {
    return new WriteCount(most, true);
  }

  CompletableFuture<Void> reached() {
    return reached;
  }

  @Override
  public ProcessingResult tryProcess(String persistenceId, JournalOperation operation) {
    if (!(operation instanceof WriteEvents)) {
      return ProcessingSuccess.getInstance();
    }
    var count = writes.incrementAndGet();
    if (count >= most) {
      reached.complete(null);
    }
    return fails && count % most == 0 ? StorageFailure.create() : ProcessingSuccess.getInstance();
  }
}
