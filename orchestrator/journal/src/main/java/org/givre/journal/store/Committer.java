package org.givre.journal.store;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.givre.journal.store.Request.Append;
import org.givre.journal.store.Request.Between;
import org.givre.journal.store.Request.Delete;
import org.givre.journal.store.Request.Stop;

/**
 * One of the two committing threads. A turn gathers what waits into a block, writes and syncs it,
 * and answers; while this one writes, the other gathers, and what comes while it waits to write
 * goes along.
 *
 * <p>A turn with any other request than appends is alone: nothing is gathered before it is over,
 * and nothing is under way when it is gathered.
 */
final class Committer implements Runnable {
  private final CommitLoop loop;
  private final CommitLoop.Turns turns;
  private final OpenStore store;
  private final Clock clock;
  private final LongSupplier nanos;
  private final StoreMetrics metrics;
  private final Runnable afterCommit;
  private final Draft draft;
  private final List<Request> batch = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private long startedNanos;
  private int gathered;
  private boolean isDurable;

  /** What a request is told once the commit is durable. */
  private record Answer(CompletableFuture<Long> done, long offset) {}

  Committer(CommitLoop loop, CommitLoop.Turns turns, Wiring wiring, Runnable afterCommit) {
    this.loop = loop;
    this.turns = turns;
    this.store = loop.store();
    this.clock = wiring.clock();
    this.nanos = wiring.nanos();
    this.metrics = wiring.metrics();
    this.afterCommit = afterCommit;
    this.draft = new Draft(store.db(), store.id(), store.catalogue());
  }

  @Override
  public void run() {
    while (!loop.hasEnded()) {
      turn();
    }
  }

  private void turn() {
    turns.gathering.lock();
    try {
      if (!loop.hasEnded() && take()) {
        commit();
      }
    } finally {
      if (turns.gathering.isHeldByCurrentThread()) {
        turns.gathering.unlock();
      }
    }
  }

  /** Waits for something to do. */
  private boolean take() {
    batch.clear();
    answers.clear();
    gathered = 0;
    isDurable = false;
    try {
      loop.queue().take(batch, blockBytes());
      return true;
    } catch (InterruptedException nobodyDoes) {
      return false;
    }
  }

  private int blockBytes() {
    return store.settings().commits().blockBytes();
  }

  private void commit() {
    begin();
    turns.writing.lock();
    try {
      attempt(this::complete);
      if (!isAlone()) {
        turns.gathering.unlock();
      }
      attempt(this::makeDurable);
      turns.answering.lock();
    } finally {
      turns.writing.unlock();
    }
    try {
      answer();
    } finally {
      turns.answering.unlock();
    }
  }

  private boolean isAlone() {
    return !batch.stream().allMatch(Append.class::isInstance);
  }

  /** Part of a turn that can fail; what comes after it is then only the answer. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    if (!loop.hasStopped()) {
      try {
        step.run();
      } catch (IOException | RuntimeException | Error failure) {
        loop.stop(failure);
      }
    }
  }

  /** Gathers appends while the block before is still being written. */
  private void begin() {
    startedNanos = nanos.getAsLong();
    draft.begin(turns.sealed(), clock.millis());
    if (!isAlone()) {
      attempt(this::gather);
    }
  }

  private void complete() {
    loop.queue().poll(batch, blockBytes() - draft.size());
    gather();
    if (!draft.isEmpty()) {
      turns.sealed(draft.seal());
    }
  }

  private void gather() {
    for (; gathered < batch.size(); gathered++) {
      gather(batch.get(gathered));
    }
  }

  private void gather(Request request) {
    try {
      if (request instanceof Append append) {
        answers.add(new Answer(append.done(), draft.add(append.writes())));
      } else if (request instanceof Delete delete) {
        draft.delete(delete.persistenceId(), delete.toSequenceNumber());
      }
    } catch (IllegalArgumentException refused) {
      request.done().completeExceptionally(refused);
    }
  }

  private void makeDurable() throws IOException {
    if (!draft.isEmpty()) {
      write();
    }
    isDurable = true;
  }

  private void write() throws IOException {
    if (store.guard().check(draft.size() * 3L) == DiskLevel.FULL) {
      throw new IOException(
          "the disk is full: %d bytes are left; make room and start again"
              .formatted(store.guard().free()));
    }
    loop.beginWriting();
    try {
      store.db().write(draft::fill);
      store.tail().write(draft.end());
    } finally {
      loop.endWriting();
    }
    draft.committed();
    loop.reached(draft.end());
    metrics.committed(draft.events(), draft.size(), nanos.getAsLong() - startedNanos);
  }

  private void answer() {
    if (isDurable) {
      answers.forEach(answer -> answer.done().complete(answer.offset()));
      attempt(afterCommit::run);
      batch.forEach(this::answerRest);
    } else {
      loop.stopped().ifPresent(this::fail);
    }
    loop.queue().answered(batch);
    if (batch.stream().anyMatch(Stop.class::isInstance)) {
      loop.end();
    }
  }

  private void fail(JournalStopped why) {
    batch.forEach(request -> request.done().completeExceptionally(why));
  }

  /** Appends have their answer; one that is done already is not changed by this. */
  private void answerRest(Request request) {
    if (request instanceof Between between) {
      between(between);
    }
    if (!(request instanceof Append)) {
      request.done().complete(loop.point().lastOffset());
    }
  }

  private void between(Between between) {
    try {
      between.work().at(loop.point());
    } catch (RuntimeException failed) {
      between.done().completeExceptionally(failed);
    }
  }
}
