package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.givre.journal.store.Request.Between;

/**
 * Signs heads, writes checkpoints, archives and watches the disk, on one thread beside the
 * committing one. A failure of it is a failure of the journal.
 */
final class Keeper {
  private final OpenStore store;
  private final CommitLoop commits;
  private final Wiring wiring;
  private final HeadHistory history;
  private final Archiver archiver;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Keeper::thread);
  private Optional<Future<?>> rounds = Optional.empty();
  private ChainPoint anchored;
  private long bytesAtCheckpoint;

  Keeper(OpenStore store, CommitLoop commits, Wiring wiring, HeadHistory history) {
    this.store = store;
    this.commits = commits;
    this.wiring = wiring;
    this.history = history;
    this.archiver = new Archiver(store);
    this.anchored = store.end();
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "givre-journal-keeper");
    thread.setDaemon(true);
    return thread;
  }

  /** Signs the head that was found at the start, then goes on by itself. */
  void start() throws IOException {
    sign(store.end());
    var interval = store.settings().commits().anchorInterval().toMillis();
    rounds =
        Optional.of(
            thread.scheduleWithFixedDelay(this::round, interval, interval, TimeUnit.MILLISECONDS));
  }

  private void round() {
    if (commits.hasStopped()) {
      return;
    }
    try {
      store.db().requireNoFailure();
      store.guard().check(0);
      store.guard().reload();
      anchor();
      archiver.round(anchored);
      if (wiring.metrics().bytes() - bytesAtCheckpoint
          >= store.settings().commits().checkpointBytes()) {
        checkpoint();
      }
    } catch (IOException | RuntimeException | Error failure) {
      stop(failure);
    }
  }

  private void stop(Throwable failure) {
    if (failure instanceof JournalDamage damage) {
      store.listener().damaged(damage);
    }
    commits.stop(failure);
  }

  private void anchor() throws IOException {
    var point = commits.point();
    if (!point.equals(anchored)) {
      sign(point);
    }
  }

  private SignedHead sign(ChainPoint point) throws IOException {
    var head = store.anchor().sign(point, wiring.clock().millis());
    history.add(head);
    anchored = point;
    wiring.metrics().anchored(point.lastOffset());
    return head;
  }

  /** The catalogue is copied between two commits and written here. */
  private void checkpoint() throws IOException {
    bytesAtCheckpoint = wiring.metrics().bytes();
    var encoded = new CompletableFuture<byte[]>();
    var asked = new CompletableFuture<Long>();
    commits.ask(
        new Between(
            point -> encoded.complete(Checkpoint.encode(store.id(), point, store.catalogue())),
            asked));
    asked.join();
    Checkpoint.write(store.settings().directory(), encoded.join());
  }

  /** The latest head that was signed. */
  SignedHead lastHead() throws IOException {
    return onThread(() -> store.anchor().latest().orElseThrow());
  }

  /** Signs the end as it is now. */
  SignedHead signEnd() throws IOException {
    return onThread(() -> writing(() -> sign(commits.point())));
  }

  /** Moves one segment to the archive, when enough is there; returns whether it did. */
  boolean archive() throws IOException {
    return onThread(() -> writing(this::archived));
  }

  private boolean archived() throws IOException {
    anchor();
    return archiver.round(anchored);
  }

  /**
   * Signs a head with a key that is new from here on; refuses when the place for the key, which may
   * be a mount that is there at a start only, is not there.
   */
  String rotateKey() throws IOException {
    return onThread(
        () -> {
          requireKeyDirectory();
          return writing(this::rotated);
        });
  }

  private void requireKeyDirectory() throws IOException {
    var directory = store.settings().keyDirectory();
    if (!Files.isWritable(directory)) {
      throw new IOException(
          "The new key has no place: %s is not there, or cannot be written".formatted(directory));
    }
  }

  private String rotated() throws IOException {
    var id = store.keys().rotate();
    sign(commits.point());
    return id;
  }

  private void requireRunning() {
    if (commits.stopped().isPresent()) {
      throw commits.stopped().get();
    }
  }

  /** Work that writes what the journal needs. */
  @FunctionalInterface
  private interface Writing<T> {
    T run() throws IOException;
  }

  /** What fails was the journal's last write: a failed sync is never tried again. */
  private <T> T writing(Writing<T> work) throws IOException {
    requireRunning();
    try {
      return work.run();
    } catch (IOException | RuntimeException | Error failure) {
      stop(failure);
      throw failure;
    }
  }

  private <T> T onThread(Callable<T> work) throws IOException {
    try {
      return thread.submit(work).get();
    } catch (RejectedExecutionException closed) {
      throw new JournalStopped("The journal is closed.", closed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException said) {
        throw said;
      }
      throw new IOException(failed.getCause());
    }
  }

  /** Ends the thread, while its round can still be answered. */
  void rest() {
    rounds.ifPresent(going -> going.cancel(false));
    thread.shutdown();
    awaitEnd();
  }

  /** Once nothing is committed any more, the end is signed and written out. */
  void close() throws IOException {
    try (history) {
      if (!commits.hasStopped()) {
        anchor();
        Checkpoint.write(
            store.settings().directory(),
            Checkpoint.encode(store.id(), commits.point(), store.catalogue()));
      }
    }
  }

  private void awaitEnd() {
    try {
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
