package org.givre.orchestrator.view;

import akka.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Those who wait until the view has come so far; woken on {@code executor}. */
final class Waiters {
  private final Executor executor;
  private List<Waiter> waiting = new ArrayList<>();

  private record Waiter(BooleanSupplier seen, CompletableFuture<Done> woken) {}

  Waiters(Executor executor) {
    this.executor = executor;
  }

  /** Completes once {@code seen} is true, which is asked after each event. */
  synchronized CompletionStage<Done> await(BooleanSupplier seen) {
    if (seen.getAsBoolean()) {
      return CompletableFuture.completedFuture(Done.getInstance());
    }
    var waiter = new Waiter(seen, new CompletableFuture<>());
    waiting.add(waiter);
    return waiter.woken();
  }

  synchronized void wake() {
    if (waiting.isEmpty()) {
      return;
    }
    var still = new ArrayList<Waiter>();
    for (var waiter : waiting) {
      if (waiter.seen().getAsBoolean()) {
        waiter.woken().completeAsync(Done::getInstance, executor);
      } else {
        still.add(waiter);
      }
    }
    waiting = still;
  }
}
