package org.givre.journal.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.givre.journal.store.Request.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: whatever waits is made durable with one sync, then all of it is answered. Two
 * threads take turns ({@link Committer}), so that the next block is gathered while the one before
 * is on its way to the disk. The first failure is the last thing that happens: from then on
 * everything is refused, since after a failed sync nobody knows what is on the disk.
 */
final class CommitLoop {
  private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);

  private final OpenStore store;
  private final CommitQueue queue;
  private final List<Thread> threads;
  private final LongSupplier nanos;
  private volatile ChainPoint point;
  private volatile Optional<JournalStopped> stopped = Optional.empty();
  private volatile OptionalLong writingSince = OptionalLong.empty();
  private volatile boolean ending;
  private volatile boolean ended;

  /**
   * A loop that has not been started.
   *
   * @param afterCommit told on a committing thread when more has become durable
   */
  CommitLoop(
      OpenStore store, CommitSettings settings, Wiring wiring, Consumer<CommitLoop> afterCommit) {
    this.store = store;
    this.point = store.end();
    this.nanos = wiring.nanos();
    this.queue = new CommitQueue(settings.queuedWrites(), settings.queuedBytes());
    var turns = new Turns(store.end());
    Runnable told = () -> afterCommit.accept(this);
    this.threads =
        List.of(
            thread(new Committer(this, turns, wiring, told), 1),
            thread(new Committer(this, turns, wiring, told), 2));
  }

  private static Thread thread(Committer committer, int number) {
    var thread = new Thread(committer, "givre-journal-commit-" + number);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What the committing threads hold while they are at it, always in this order. Each takes the
   * next one before it gives up the one before, so that blocks keep their order all the way.
   */
  static final class Turns {
    /** Held while a block is gathered and sealed. */
    final ReentrantLock gathering = new ReentrantLock();

    /** Held while a block is written. */
    final ReentrantLock writing = new ReentrantLock();

    /** Held while what was written is answered. */
    final ReentrantLock answering = new ReentrantLock();

    /** The end of the last block that was sealed; guarded by {@link #gathering}. */
    private ChainPoint sealed;

    private Turns(ChainPoint end) {
      this.sealed = end;
    }

    ChainPoint sealed() {
      return sealed;
    }

    void sealed(ChainPoint end) {
      sealed = end;
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  OpenStore store() {
    return store;
  }

  CommitQueue queue() {
    return queue;
  }

  /** Queues a request; waits while the queue is full. Its future is always completed. */
  void ask(Request request) {
    if (ending) {
      refuse(request);
      return;
    }
    try {
      queue.put(request);
      if (ended) {
        refuseRest();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      request
          .done()
          .completeExceptionally(
              new JournalStopped("The wait for the journal was interrupted.", interrupted));
    }
  }

  private static void refuse(Request request) {
    request.done().completeExceptionally(new JournalStopped("The journal is closed.", null));
  }

  /** What was queued while the threads ended: by whoever looks last, the thread or who asks. */
  private void refuseRest() {
    var rest = queue.takeAll();
    rest.forEach(CommitLoop::refuse);
    queue.answered(rest);
  }

  /** What is durable. */
  ChainPoint point() {
    return point;
  }

  /** More is durable now. */
  void reached(ChainPoint durable) {
    point = durable;
  }

  /** How long the write that is under way has taken so far; zero: none is. */
  Duration writingFor() {
    var since = writingSince;
    return since.isPresent()
        ? Duration.ofNanos(nanos.getAsLong() - since.getAsLong())
        : Duration.ZERO;
  }

  /** One thread writes at a time. */
  void beginWriting() {
    writingSince = OptionalLong.of(nanos.getAsLong());
  }

  /** The disk has answered, or failed. */
  void endWriting() {
    writingSince = OptionalLong.empty();
  }

  /** Whether all that was ever asked is answered. */
  boolean isIdle() {
    return queue.isIdle();
  }

  int queued() {
    return queue.size();
  }

  boolean hasStopped() {
    return stopped.isPresent();
  }

  /** Why nothing is written any more; empty while it is. */
  Optional<JournalStopped> stopped() {
    return stopped;
  }

  boolean hasEnded() {
    return ended;
  }

  /** The request to stop was answered: nobody commits any more. */
  void end() {
    ended = true;
    refuseRest();
  }

  /** Answers what waits, then ends; returns when the threads have, or when interrupted. */
  void close() {
    if (!ending) {
      ask(new Stop(new CompletableFuture<>()));
      ending = true;
    }
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The end: nothing is written any more. Also for a failure that was seen elsewhere. */
  synchronized void stop(Throwable failure) {
    if (stopped.isEmpty()) {
      var why =
          new JournalStopped(
              "The journal has failed and takes no more writes: %s. What was acknowledged before is durable."
                  .formatted(failure.getMessage()),
              failure);
      stopped = Optional.of(why);
      LOG.error("The journal has failed: offset={}", point.lastOffset(), failure);
      store.listener().stopped(why);
    }
  }
}
