package org.givre.journal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;

/**
 * Writes the load with many threads and notes what is acknowledged, when it is. Meanwhile events
 * and snapshots are deleted, snapshots saved, keys rotated and segments archived.
 */
final class Writer {
  private static final int THREADS = 6;
  private static final int IDS_OF_A_THREAD = 4;

  /** Writes between two rotations of the key. */
  private static final int ROTATED_EVERY = 15;

  /** Writes between two archivings that are asked for; the journal has its own besides. */
  private static final int ARCHIVED_EVERY = 9;

  private final JournalStore store;
  private final SnapshotWriter snapshots;
  private final Notes notes;
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  Writer(OpenJournal journal, Notes notes) {
    this.store = journal.store();
    this.snapshots = new SnapshotWriter(journal.snapshots(), notes);
    this.notes = notes;
  }

  /** Takes lines; called by many threads. */
  interface Notes {
    void add(String line);

    /** Notes in a file: each line with one write, so a kill leaves only whole ones. */
    static Notes in(Path file) throws IOException {
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      return line -> {
        try {
          channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      };
    }
  }

  /**
   * Appends {@code writes} to each of the threads' persistence ids; returns when all are done, or
   * when the store has stopped.
   *
   * @return why snapshots are not saved any more; empty when they are
   * @throws IllegalStateException when anything has failed and the store has not stopped
   */
  Optional<RuntimeException> run(int writes) throws InterruptedException {
    var threads =
        IntStream.range(0, THREADS).mapToObj(n -> new Thread(() -> write(n, writes))).toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("A writer has failed", failures.peek());
    }
    return snapshots.failed();
  }

  private void write(int thread, int writes) {
    try {
      for (var n = 0; n < writes && !store.status().stopped(); n++) {
        var asked = new ArrayList<CompletableFuture<?>>();
        for (var id = 0; id < IDS_OF_A_THREAD; id++) {
          asked.add(append("p-%d-%d".formatted(thread, id)));
        }
        asked.forEach(Writer::await);
        keep(thread, n);
      }
    } catch (RuntimeException | Error failure) {
      failures.add(failure);
    }
  }

  /** What is done beside writing, by one thread each. */
  private void keep(int thread, int write) {
    try {
      if (thread == 0 && write % ROTATED_EVERY == ROTATED_EVERY / 2) {
        store.rotateKey();
      } else if (thread == 1 && write % ARCHIVED_EVERY == ARCHIVED_EVERY / 2) {
        store.archive();
      }
    } catch (IOException | RuntimeException failed) {
      if (!store.status().stopped()) {
        throw new IllegalStateException("What has failed has not stopped the journal", failed);
      }
    }
  }

  private static void await(CompletableFuture<?> asked) {
    try {
      asked.join();
    } catch (CompletionException refused) {
      if (!(refused.getCause() instanceof JournalStopped)) {
        throw refused;
      }
    }
  }

  private CompletableFuture<?> append(String id) {
    var highest = store.highestSequenceNumber(id);
    var write = Load.next(id, highest);
    var last = highest + write.events().size();
    var stored =
        store
            .append(List.of(write))
            .thenAccept(offset -> notes.add(Acknowledged.appended(id, last, offset)));
    if (id.endsWith("1") || id.endsWith("2")) {
      await(stored);
      if (!stored.isCompletedExceptionally()) {
        snapshots.save(id, last);
      }
    }
    var to = last - last % Load.DELETED_IN_STEPS_OF;
    if (to > highest && id.endsWith("1")) {
      return stored
          .thenCompose(done -> store.delete(id, to))
          .thenAccept(done -> notes.add(Acknowledged.deleted(id, to)));
    }
    return stored;
  }
}
