package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.iq80.leveldb.WriteBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  private static final SnapshotRange ALL = new SnapshotRange(0, Long.MAX_VALUE, 0, Long.MAX_VALUE);

  @TempDir Path directory;
  private JournalStore store;
  private Snapshots snapshots;

  /** Ten events of a; snapshots at 4 and 8. */
  @BeforeEach
  void start() {
    open();
    store.append(List.of(JournalStoreTest.write("a", 1, 10))).join();
    save(4, content(4, 100));
    save(8, content(8, 100));
  }

  @AfterEach
  void close() throws IOException {
    snapshots.close();
    store.close();
  }

  private void open() {
    store = JournalStoreTest.open(directory);
    snapshots = Snapshots.open(store);
  }

  private void reopen() throws IOException {
    close();
    open();
  }

  private void save(long sequenceNumber, byte[] content) {
    var name = new SnapshotName("a", sequenceNumber, sequenceNumber * 1_000);
    snapshots.save(new StoredSnapshot(name, new byte[] {1, 2}, content));
  }

  private static byte[] content(int seed, int size) {
    var bytes = new byte[size];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  private Optional<Long> newest() {
    return newest(ALL);
  }

  private Optional<Long> newest(SnapshotRange range) {
    return snapshots.load("a", range).map(found -> found.name().sequenceNumber());
  }

  /** Changes a byte of a stored value under the snapshots' feet. */
  private void damage(byte[] key) throws IOException {
    close();
    try (var db = LevelDb.open(directory.resolve("snapshots"), LevelDbSettings.usual(), true)) {
      var value = db.get(key).orElseThrow();
      value[value.length / 2] ^= 1;
      db.write(batch -> batch.put(key, value));
    }
    open();
  }

  private static byte[] record(long sequenceNumber) {
    return SnapshotKeys.record("a", sequenceNumber);
  }

  private static byte[] chunk(long sequenceNumber, long save) {
    return SnapshotKeys.chunk(new SnapshotName("a", sequenceNumber, 0), save, 0);
  }

  @Nested
  class Load {
    @Test
    void findsTheNewestWithinARange() {
      assertThat(newest()).contains(8L);
      assertThat(newest(new SnapshotRange(0, 7, 0, Long.MAX_VALUE))).contains(4L);
      assertThat(newest(new SnapshotRange(0, 8, 0, 7_999))).contains(4L);
      assertThat(newest(new SnapshotRange(5, 7, 0, Long.MAX_VALUE))).isEmpty();
      assertThat(newest(new SnapshotRange(0, 8, 8_001, 9_000))).isEmpty();
    }

    @Test
    void findsThemAgain() throws IOException {
      reopen();
      var found = snapshots.load("a", ALL).orElseThrow();
      assertThat(found.name()).isEqualTo(new SnapshotName("a", 8, 8_000));
      assertThat(found.head()).containsExactly(1, 2);
      assertThat(found.content()).isEqualTo(content(8, 100));
    }

    @Test
    void refusesOneThatIsAheadOfTheJournal(@TempDir Path kept) throws IOException {
      save(10, content(1, 10));
      close();
      copySnapshots(kept);
      start(kept);
      assertThatThrownBy(() -> snapshots.load("a", ALL))
          .isInstanceOf(SnapshotDamage.class)
          .hasMessageContaining("events of a up to 9, and there is a snapshot of 10");
    }

    /** A journal of the same store that has one event less. */
    private void copySnapshots(Path target) throws IOException {
      try (Stream<Path> files = Files.walk(directory)) {
        for (var file : files.toList()) {
          var copy = target.resolve(directory.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else {
            Files.copy(file, copy);
          }
        }
      }
    }

    private void start(Path copy) {
      store = JournalStoreTest.open(copy);
      store.internals().catalogue().owner("a").orElseThrow().committed(9);
      snapshots = Snapshots.open(store);
    }

    @Test
    void leavesToOthersWhatWasNeverInTheJournal() {
      var name = new SnapshotName("elsewhere", 5, 1);
      snapshots.save(new StoredSnapshot(name, new byte[0], new byte[0]));
      assertThat(snapshots.load("elsewhere", ALL)).isPresent();
    }
  }

  @Nested
  class Save {
    @Test
    void takesThePlaceOfTheOneBeforeAndLeavesNothingOfIt() throws IOException {
      for (var size : List.of(3 * Snapshots.CHUNK + 5, 7, 2 * Snapshots.CHUNK, 0)) {
        save(8, content(size, size));
        reopen();
        assertThat(snapshots.load("a", ALL).orElseThrow().content()).isEqualTo(content(size, size));
      }
      snapshots.delete("a", ALL);
      close();
      try (var db = LevelDb.open(directory.resolve("snapshots"), LevelDbSettings.usual(), true)) {
        db.scan(
            new byte[0],
            false,
            (key, value) -> {
              assertThat(key).isEqualTo(SnapshotKeys.changes());
              return true;
            });
      }
      open();
    }

    @Test
    void thatWasCutShortLeavesNothing() throws IOException {
      var name = new SnapshotName("a", 8, 1);
      close();
      try (var db = LevelDb.open(directory.resolve("snapshots"), LevelDbSettings.usual(), true)) {
        db.write(
            batch -> {
              batch.put(SnapshotKeys.unfinished(name, 99), new byte[0]);
              batch.put(SnapshotKeys.chunk(name, 99, 0), new byte[10]);
            });
      }
      open();
      assertThat(snapshots.load("a", ALL).orElseThrow().content()).isEqualTo(content(8, 100));
      close();
      try (var db = LevelDb.open(directory.resolve("snapshots"), LevelDbSettings.usual(), true)) {
        assertThat(db.get(SnapshotKeys.chunk(name, 99, 0))).isEmpty();
        assertThat(db.get(SnapshotKeys.unfinished(name, 99))).isEmpty();
      }
      open();
    }
  }

  @Nested
  class Delete {
    @Test
    void needsTheRightTimeUnlessItIsNotSaid() {
      snapshots.delete(new SnapshotName("a", 8, 1));
      assertThat(newest()).contains(8L);
      snapshots.delete(new SnapshotName("a", 8, 0));
      assertThat(newest()).contains(4L);
      snapshots.delete(new SnapshotName("a", 4, 4_000));
      assertThat(newest()).isEmpty();
    }
  }

  @Nested
  class Damage {
    @Test
    void isPassedOverForAnOlderOne() throws IOException {
      damage(record(8));
      assertThat(newest()).contains(4L);
      damage(chunk(4, 1));
      assertThat(newest()).isEmpty();
    }

    @Test
    void isNoMatterWhileTheOlderOneReachesWhatIsDeleted() throws IOException {
      store.delete("a", 4).join();
      damage(chunk(8, 2));
      assertThat(newest()).contains(4L);
    }

    @Test
    void failsWhereEventsAreMissing() throws IOException {
      store.delete("a", 5).join();
      damage(chunk(8, 2));
      assertThatThrownBy(() -> newest())
          .isInstanceOf(SnapshotDamage.class)
          .hasMessageContaining("events up to 5 are deleted");
      damage(chunk(4, 1));
      assertThatThrownBy(() -> newest()).isInstanceOf(SnapshotDamage.class);
    }

    @Test
    void thatTookARecordAwayIsNoticed() throws IOException {
      close();
      var value = under(db -> db.get(record(4)).orElseThrow());
      under(db -> write(db, batch -> batch.delete(record(4))));
      store = JournalStoreTest.open(directory);
      assertThatThrownBy(() -> Snapshots.open(store))
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining("some of them are missing");
      store.close();
      under(db -> write(db, batch -> batch.put(record(4), value)));
      open();
      assertThat(newest()).contains(8L);
    }

    private byte[] under(Function<LevelDb, byte[]> change) throws IOException {
      var snapshots = directory.resolve("snapshots");
      try (var db = LevelDb.open(snapshots, LevelDbSettings.usual(), true)) {
        return change.apply(db);
      }
    }

    private static byte[] write(LevelDb db, Consumer<WriteBatch> filling) {
      db.write(filling);
      return new byte[0];
    }

    @Test
    void lostFilesAreNoticed() throws IOException {
      close();
      try (var files = Files.list(directory.resolve("snapshots"))) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      store = JournalStoreTest.open(directory);
      assertThatThrownBy(() -> Snapshots.open(store))
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining("they have seen 0 changes where 2 were made");
      store.close();
      Files.delete(directory.resolve("snapshots-tail"));
      open();
      assertThat(newest()).isEmpty();
    }
  }

  @Nested
  class TornByAPowerCut {
    private Path log() throws IOException {
      close();
      try (var files = Files.list(directory.resolve("snapshots"))) {
        return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
      }
    }

    private void flip(Path log, int at) throws IOException {
      var bytes = Files.readAllBytes(log);
      bytes[at] ^= 1;
      Files.write(log, bytes);
    }

    private void refused() throws IOException {
      store = JournalStoreTest.open(directory);
      assertThatThrownBy(() -> Snapshots.open(store)).isInstanceOf(JournalRefusal.class);
      store.close();
      assertThat(directory.resolve("snapshots-torn")).doesNotExist();
      Files.delete(directory.resolve("snapshots-tail"));
      try (var files = Files.list(directory.resolve("snapshots"))) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      open();
    }

    @Test
    void losesOnlyWhatWasNotSaved() throws IOException {
      var log = log();
      Files.write(log, content(1, 40), StandardOpenOption.APPEND);
      open();
      assertThat(newest()).contains(8L);
      assertThat(directory.resolve("snapshots-torn").resolve(log.getFileName())).exists();
    }

    @Test
    void isRefusedWhereSomethingWholeFollows() throws IOException {
      flip(log(), 20);
      refused();
    }

    @Test
    void isRefusedWhereASaveIsMissing() throws IOException {
      var log = log();
      flip(log, (int) Files.size(log) - 20);
      refused();
    }
  }
}
