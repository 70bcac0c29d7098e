package org.givre.journal.store;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.givre.journal.store.Request.Append;
import org.givre.journal.store.Request.Between;
import org.givre.journal.store.Request.Delete;
import org.givre.journal.store.Request.Stop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: one thread makes whatever waits durable with one sync, then answers all of it. The
 * first failure is the last thing that it does: from then on it refuses everything, since after a
 * failed sync nobody knows what is on the disk.
 */
final class CommitLoop {
  private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);

  private final OpenStore store;
  private final CommitSettings settings;
  private final Clock clock;
  private final StoreMetrics metrics;
  private final Draft draft;
  private final CommitQueue queue;
  private final Consumer<CommitLoop> afterCommit;
  private final Thread thread = new Thread(this::run, "givre-journal-commit");
  private final List<Request> batch = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private volatile ChainPoint point;
  private volatile @Nullable JournalStopped stopped;
  private volatile boolean ending;
  private volatile boolean ended;

  /** What a request is told once the commit is durable. */
  private record Answer(CompletableFuture<Long> done, long offset) {}

  /**
   * A loop that has not been started.
   *
   * @param afterCommit told on the committing thread when more has become durable
   */
  CommitLoop(
      OpenStore store, CommitSettings settings, Wiring wiring, Consumer<CommitLoop> afterCommit) {
    this.store = store;
    this.settings = settings;
    this.clock = wiring.clock();
    this.metrics = wiring.metrics();
    this.point = store.end();
    this.draft = new Draft(store.db(), store.id(), store.catalogue());
    this.queue = new CommitQueue(settings.queuedWrites(), settings.queuedBytes());
    this.afterCommit = afterCommit;
    thread.setDaemon(true);
  }

  /** What the parts of a store share. */
  record Wiring(Clock clock, StoreMetrics metrics) {}

  void start() {
    thread.start();
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

  /** What was queued while the thread ended: by whoever looks last, the thread or who asks. */
  private void refuseRest() {
    var rest = queue.takeAll();
    rest.forEach(CommitLoop::refuse);
    queue.answered(rest);
  }

  /** What is durable. */
  ChainPoint point() {
    return point;
  }

  int queued() {
    return queue.size();
  }

  boolean hasStopped() {
    return stopped != null;
  }

  /** Answers what waits, then ends; returns when the thread has, or when interrupted. */
  void close() {
    if (!ending) {
      ask(new Stop(new CompletableFuture<>()));
      ending = true;
    }
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var running = true;
    while (running) {
      batch.clear();
      try {
        queue.drain(batch, settings.blockBytes());
      } catch (InterruptedException nobodyDoes) {
        continue;
      }
      running = batch.stream().noneMatch(Stop.class::isInstance);
      serve();
      queue.answered(batch);
    }
    ended = true;
    refuseRest();
  }

  private void serve() {
    try {
      if (stopped == null) {
        commit();
      }
    } catch (IOException | RuntimeException | Error failure) {
      stop(failure);
    }
    var why = stopped;
    if (why != null) {
      batch.forEach(request -> request.done().completeExceptionally(why));
    } else {
      batch.forEach(this::answerRest);
    }
  }

  /** Appends have their answer; one that is done already is not changed by this. */
  private void answerRest(Request request) {
    if (!(request instanceof Append)) {
      request.done().complete(point.lastOffset());
    }
  }

  private void commit() throws IOException {
    var started = clock.instant();
    draft.begin(point, started.toEpochMilli());
    answers.clear();
    batch.forEach(this::gather);
    if (!draft.isEmpty()) {
      write();
      metrics.committed(
          draft.events(), draft.size(), started.until(clock.instant(), ChronoUnit.NANOS));
    }
    answers.forEach(answer -> answer.done().complete(answer.offset()));
    afterCommit.accept(this);
    batch.forEach(this::between);
  }

  private void gather(Request request) {
    try {
      if (request instanceof Append append) {
        answers.add(new Answer(append.done(), append(append)));
      } else if (request instanceof Delete delete) {
        draft.delete(delete.persistenceId(), delete.toSequenceNumber());
      }
    } catch (IllegalArgumentException refused) {
      request.done().completeExceptionally(refused);
    }
  }

  private long append(Append append) {
    var last = 0L;
    for (var write : append.writes()) {
      last = draft.add(write);
    }
    return last;
  }

  private void write() throws IOException {
    if (store.guard().check(draft.size() * 3L) == DiskLevel.FULL) {
      throw new IOException(
          "the disk is full: %d bytes are left; make room and start again"
              .formatted(store.guard().free()));
    }
    var sealed = draft.seal();
    store.db().write(draft::fill);
    store.tail().write(sealed.point());
    draft.committed();
    point = sealed.point();
  }

  private void between(Request request) {
    if (request instanceof Between between) {
      try {
        between.work().at(point);
      } catch (RuntimeException failed) {
        between.done().completeExceptionally(failed);
      }
    }
  }

  /** The end: nothing is written any more. Also for a failure that was seen elsewhere. */
  synchronized void stop(Throwable failure) {
    if (stopped == null) {
      var why =
          new JournalStopped(
              "The journal has failed and takes no more writes: %s. What was acknowledged before is durable."
                  .formatted(failure.getMessage()),
              failure);
      stopped = why;
      LOG.error("The journal has failed: offset={}", point.lastOffset(), failure);
      store.listener().stopped(why);
    }
  }
}
