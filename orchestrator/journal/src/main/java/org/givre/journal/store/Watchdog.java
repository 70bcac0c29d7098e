package org.givre.journal.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Notices a disk that neither answers nor fails: nothing else would, for whoever waits for a commit
 * just waits. Touches no disk itself.
 */
final class Watchdog {
  /** Longer than a busy disk takes for a sync, shorter than an operator would wonder. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Supplier<Duration> writing;
  private final StoreListener listener;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Watchdog::thread);
  private Optional<Future<?>> looks = Optional.empty();
  private boolean isTold;

  /**
   * A watchdog that does not look yet.
   *
   * @param writing how long the write that is under way has taken so far; zero: none is
   */
  Watchdog(Supplier<Duration> writing, StoreListener listener) {
    this.writing = writing;
    this.listener = listener;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "givre-journal-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    looks = Optional.of(thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS));
  }

  void look() {
    var waiting = writing.get();
    var isLong = waiting.compareTo(PATIENCE) > 0;
    if (isLong || isTold) {
      listener.waiting(isLong ? waiting : Duration.ZERO);
    }
    isTold = isLong;
  }

  void close() {
    looks.ifPresent(going -> going.cancel(false));
    thread.shutdown();
  }
}
