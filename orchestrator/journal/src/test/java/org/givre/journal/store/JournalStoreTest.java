package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStoreTest {
  @TempDir Path directory;

  static JournalStore open(Path directory) {
    return open(settings(directory), StoreListener.none());
  }

  static JournalStore open(StoreSettings settings, StoreListener listener) {
    return JournalStore.open(
        settings, new JournalStore.Outside(Clock.systemUTC(), new SplittableRandom(1), listener));
  }

  static StoreSettings settings(Path directory) {
    var usual = StoreSettings.usual(directory);
    return new StoreSettings(
        directory, directory, usual.levelDb(), usual.commits(), new DiskSettings(0, 0, 0, 0));
  }

  /** The journal's keeper does nothing by itself. */
  static StoreSettings quiet(Path directory, Path keyDirectory) {
    var usual = settings(directory);
    var commits = CommitSettings.usual();
    return new StoreSettings(
        directory,
        keyDirectory,
        usual.levelDb(),
        new CommitSettings(
            commits.queuedWrites(),
            commits.queuedBytes(),
            commits.blockBytes(),
            commits.writeBytes(),
            Duration.ofHours(1),
            commits.checkpointBytes()),
        usual.disk());
  }

  /** On a disk that is to have more room than there is. */
  static StoreSettings demanding(Path directory, long floorBytes) {
    var usual = settings(directory);
    var disk = new DiskSettings(1L << 60, 1L << 60, floorBytes, 0);
    return new StoreSettings(directory, directory, usual.levelDb(), usual.commits(), disk);
  }

  static AtomicWrite write(String persistenceId, long from, int events, String... tags) {
    var all = new ArrayList<NewEvent>();
    for (var n = from; n < from + events; n++) {
      all.add(new NewEvent(n, payload(persistenceId, n), List.of(tags)));
    }
    return new AtomicWrite(persistenceId, all);
  }

  static byte[] payload(String persistenceId, long sequenceNumber) {
    return (persistenceId + " " + sequenceNumber).getBytes(UTF_8);
  }

  private static void store(JournalStore store, AtomicWrite... writes) {
    for (var write : writes) {
      store.append(List.of(write)).join();
    }
  }

  @Nested
  class Append {
    @Test
    void numbersEventsWithoutGapsAcrossPersistenceIds() throws Exception {
      try (var store = open(directory)) {
        assertThat(store.append(List.of(write("a", 1, 2))).join()).isEqualTo(2);
        assertThat(store.append(List.of(write("b", 1, 1))).join()).isEqualTo(3);
        assertThat(store.lastOffset()).isEqualTo(3);
        assertThat(store.highestSequenceNumber("a")).isEqualTo(2);
      }
    }

    @Test
    void refusesSequenceNumbersThatAreThereAndStoresTheOthers() throws Exception {
      try (var store = open(directory)) {
        store(store, write("a", 1, 3));
        var refused = store.append(List.of(write("a", 3, 1)));
        var taken = store.append(List.of(write("a", 4, 1)));
        assertThatThrownBy(refused::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(taken.join()).isEqualTo(4);
      }
    }

    @Test
    void refusesAllOfWhatIsAppendedTogetherWhenItRefusesOne() throws Exception {
      try (var store = open(directory)) {
        store(store, write("a", 1, 1));
        var refused = store.append(List.of(write("b", 1, 1), write("a", 1, 1)));
        var twice = store.append(List.of(write("b", 1, 2), write("b", 2, 1)));
        assertThatThrownBy(refused::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(twice::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(store.lastOffset()).isEqualTo(1);
        assertThat(store.highestSequenceNumber("b")).isZero();
        assertThat(store.append(List.of(write("b", 1, 1), write("b", 2, 1))).join()).isEqualTo(3);
      }
    }

    @Test
    void makesManyWritesDurableTogether() throws Exception {
      try (var store = open(directory)) {
        var asked = new ArrayList<CompletableFuture<Long>>();
        for (var n = 1; n <= 5_000; n++) {
          asked.add(store.append(List.of(write("a" + n % 50, (n - 1) / 50 + 1L, 1, "all"))));
        }
        asked.forEach(CompletableFuture::join);
        assertThat(store.status().work().commits()).isLessThan(5_000);
        assertThat(store.events(0, 10_000)).hasSize(5_000);
      }
    }
  }

  @Nested
  class Reopened {
    @Test
    void knowsEverythingAgain() throws Exception {
      try (var store = open(directory)) {
        store(store, write("a", 1, 3, "red"), write("b", 1, 2, "blue", "red"), write("a", 4, 1));
        store.delete("a", 1).join();
      }
      try (var store = open(directory)) {
        assertThat(store.lastOffset()).isEqualTo(6);
        assertThat(store.persistenceIds()).containsExactly("a", "b");
        assertThat(store.replay("a", 1, 9, 9))
            .extracting(StoredEvent::sequenceNumber)
            .containsExactly(2L, 3L, 4L);
        assertThat(store.events(2, 9))
            .extracting(StoredEvent::offset)
            .containsExactly(3L, 4L, 5L, 6L);
        assertThat(store.events("red", 1, 9))
            .extracting(StoredEvent::offset)
            .containsExactly(2L, 3L, 4L, 5L);
        assertThat(store.events("blue", 0, 9))
            .extracting(StoredEvent::persistenceId)
            .containsExactly("b", "b");
      }
    }
  }

  /** Heads, checkpoints and deletions come between commits while several threads append. */
  @Nested
  class UnderWay {
    private static final int THREADS = 4;
    private static final int WRITES = 2_000;
    private static final int DELETED = WRITES / 2;

    private static StoreSettings restless(Path directory) {
      var usual = settings(directory);
      var commits = usual.commits();
      return new StoreSettings(
          directory,
          directory,
          usual.levelDb(),
          new CommitSettings(
              50, commits.queuedBytes(), 2_000, commits.writeBytes(), Duration.ofMillis(1), 1),
          usual.disk());
    }

    private static JournalStore restlessStore(Path directory) {
      return open(restless(directory), StoreListener.none());
    }

    private static List<CompletableFuture<Long>> append(JournalStore store, String name) {
      var asked = new ArrayList<CompletableFuture<Long>>();
      for (var n = 1; n <= WRITES; n++) {
        asked.add(store.append(List.of(write(name, n, 1, "all", "tag-" + n % 3))));
        if (n == DELETED) {
          asked.add(store.delete(name, DELETED));
        }
      }
      return asked;
    }

    @Test
    void theChainStaysWhole() throws Exception {
      try (var store = restlessStore(directory)) {
        var names = IntStream.range(0, THREADS).mapToObj(n -> "writer-" + n).toList();
        var asked = names.parallelStream().flatMap(name -> append(store, name).stream()).toList();
        asked.forEach(CompletableFuture::join);
      }
      try (var store = restlessStore(directory)) {
        assertThat(store.events(0, THREADS * WRITES)).hasSize(THREADS * WRITES);
        assertThat(store.events("all", 0, THREADS * WRITES)).hasSize(THREADS * WRITES);
        assertThat(store.events("tag-1", 0, THREADS * WRITES)).hasSize(THREADS * 667);
        assertThat(store.replay("writer-3", 1, WRITES, WRITES))
            .hasSize(WRITES - DELETED)
            .extracting(StoredEvent::sequenceNumber)
            .startsWith(DELETED + 1L)
            .endsWith((long) WRITES);
      }
    }
  }
}
