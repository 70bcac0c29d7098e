package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path directory;

  private JournalStore open() {
    return open(directory);
  }

  static JournalStore open(Path directory) {
    return JournalStoreTest.open(
        JournalStoreTest.settings(directory).withArchive(new ArchiveSettings(10, 20)),
        StoreListener.none());
  }

  /** A hundred events of five persistence ids, each in a block of its own, some deleted. */
  static void fill(JournalStore store) {
    for (var n = 1; n <= 20; n++) {
      for (var owner = 0; owner < 5; owner++) {
        var tags = owner == 0 ? new String[] {"red"} : new String[0];
        store.append(List.of(JournalStoreTest.write("p" + owner, n, 1, tags))).join();
      }
    }
    store.delete("p4", 3).join();
  }

  private static int archiveAll(JournalStore store) throws IOException {
    var moved = 0;
    while (store.archive()) {
      moved++;
    }
    return moved;
  }

  private static List<Long> offsets(List<StoredEvent> events) {
    return events.stream().map(StoredEvent::offset).toList();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory.resolve(Archive.DIRECTORY))) {
      return files.sorted().toList();
    }
  }

  @Nested
  class Moving {
    @Test
    void keepsTheLastEventsOutsideAndTheRestInFullFiles() throws Exception {
      try (var store = open()) {
        fill(store);
        assertThat(archiveAll(store)).isEqualTo(4);
        assertThat(store.internals().ledger().archive().end().lastOffset()).isEqualTo(80);
        assertThat(files()).hasSize(4);
        var left = store.internals().db();
        left.scan(
            KeyLayout.block(0, 0),
            false,
            (key, value) -> {
              assertThat(!KeyLayout.isBlock(key) || KeyLayout.lastOffset(key) > 80).isTrue();
              return true;
            });
      }
    }

    @Test
    void changesNoWayOfReading() throws Exception {
      try (var store = open()) {
        fill(store);
        var all = offsets(store.events(0, 200));
        var middle = offsets(store.events(37, 9));
        var tagged = offsets(store.events("red", 20, 100));
        archiveAll(store);
        assertThat(offsets(store.events(0, 200))).isEqualTo(all).hasSize(100);
        assertThat(offsets(store.events(37, 9))).isEqualTo(middle).hasSize(9);
        assertThat(offsets(store.events("red", 20, 100))).isEqualTo(tagged).hasSize(16);
        assertThat(store.replay("p1", 1, 99, 99)).hasSize(20);
      }
    }

    @Test
    void isKnownAgainAfterARestartEvenWithoutACheckpoint() throws Exception {
      try (var store = open()) {
        fill(store);
        archiveAll(store);
      }
      Files.delete(directory.resolve(Checkpoint.FILE));
      try (var store = open()) {
        assertThat(store.events(0, 200)).hasSize(100);
        assertThat(store.highestSequenceNumber("p3")).isEqualTo(20);
        store.append(List.of(JournalStoreTest.write("p3", 21, 1))).join();
        assertThat(store.lastOffset()).isEqualTo(101);
      }
    }

    @Test
    void doesNotDisturbReadersMeanwhile() throws Exception {
      try (var store = open()) {
        fill(store);
        var done = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var reader =
            new Thread(
                () -> {
                  try {
                    while (!done.get()) {
                      assertThat(store.events(0, 1_000_000)).hasSizeGreaterThanOrEqualTo(100);
                      assertThat(store.events("red", 0, 1_000_000)).hasSizeGreaterThanOrEqualTo(20);
                    }
                  } catch (Throwable wrong) {
                    failures.add(wrong);
                  }
                });
        reader.start();
        for (var n = 21; n <= 300; n++) {
          store.append(List.of(JournalStoreTest.write("p0", n, 1, "red"))).join();
          if (n % 20 == 0) {
            archiveAll(store);
          }
        }
        done.set(true);
        reader.join();
        assertThat(failures).isEmpty();
      }
    }
  }

  @Nested
  class CutShort {
    @Test
    void afterTheFileOnlyLosesNothingAndIsDoneAgain() throws Exception {
      try (var store = open()) {
        fill(store);
        var open = store.internals();
        Files.createDirectories(directory.resolve(Archive.DIRECTORY));
        try (var writer =
            SegmentWriter.begin(
                directory.resolve(Archive.DIRECTORY), open.id(), ChainPoint.genesis(open.id()))) {
          open.ledger()
              .follow(
                  ChainPoint.genesis(open.id()),
                  (block, after) -> {
                    Archiver.add(writer, block, after);
                    return after.lastOffset() < 33;
                  });
          writer.finish();
        }
      }
      try (var store = open()) {
        assertThat(store.events(0, 200)).hasSize(100);
        assertThat(archiveAll(store)).isEqualTo(4);
        assertThat(store.events(0, 200)).hasSize(100);
      }
    }

    @Test
    void inTheMiddleOfTheFileLosesNothing() throws Exception {
      try (var store = open()) {
        fill(store);
      }
      var archive = Files.createDirectories(directory.resolve(Archive.DIRECTORY));
      Files.writeString(
          archive.resolve("0000000000000000001-0000000000.blocks" + DurableFile.UNFINISHED),
          "half",
          UTF_8);
      try (var store = open()) {
        assertThat(archiveAll(store)).isEqualTo(4);
        assertThat(store.events(0, 200)).hasSize(100);
        assertThat(files())
            .hasSize(4)
            .noneMatch(file -> file.toString().endsWith(DurableFile.UNFINISHED));
      }
    }
  }

  @Nested
  class Damaged {
    private void archived() throws IOException {
      try (var store = open()) {
        fill(store);
        archiveAll(store);
      }
    }

    @Test
    void refusesToStartWithoutOneOfItsFiles() throws Exception {
      archived();
      Files.delete(files().get(1));
      assertThatThrownBy(() -> open())
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining("damaged at offset 21");
    }

    @Test
    void namesTheOffsetOfAFlippedByteWhenItIsRead() throws Exception {
      archived();
      var file = files().get(2);
      var bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      try (var store = open()) {
        assertThat(store.events(0, 40)).hasSize(40);
        assertThatThrownBy(() -> store.events(0, 100))
            .isInstanceOfSatisfying(
                JournalDamage.class, damage -> assertThat(damage.offset()).isBetween(41L, 60L));
        assertThatThrownBy(() -> store.events("red", 30, 100)).isInstanceOf(JournalDamage.class);
        assertThat(store.replay("p1", 1, 99, 99)).hasSize(20);
      }
    }
  }
}
