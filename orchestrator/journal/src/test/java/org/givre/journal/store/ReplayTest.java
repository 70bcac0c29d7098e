package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final int EVENTS = 400;

  @TempDir Path directory;
  private final Heard heard = new Heard();

  /** What is replayed is whatever was left at some time: the last events, without a gap. */
  @Test
  void seesNoDamageWhereSomebodyDeletesMeanwhile() throws Exception {
    try (var store = JournalStoreTest.open(JournalStoreTest.settings(directory), heard)) {
      store.append(List.of(JournalStoreTest.write("other", 1, 1))).join();
      for (var n = 1; n <= EVENTS; n++) {
        store.append(List.of(JournalStoreTest.write("a", n, 1))).join();
      }
      var done = new AtomicBoolean();
      var reader = CompletableFuture.runAsync(() -> readUntil(done, store));
      for (var n = 1; n <= EVENTS; n++) {
        store.delete("a", n).join();
      }
      done.set(true);
      reader.join();
      assertThat(heard.damages()).isEmpty();
    }
  }

  private static void readUntil(AtomicBoolean done, JournalStore store) {
    do {
      var found = store.replay("a", 1, EVENTS, EVENTS);
      var first = found.isEmpty() ? EVENTS + 1 : found.get(0).sequenceNumber();
      assertThat(found)
          .extracting(StoredEvent::sequenceNumber)
          .containsExactlyElementsOf(LongStream.rangeClosed(first, EVENTS).boxed().toList());
    } while (!done.get());
  }
}
