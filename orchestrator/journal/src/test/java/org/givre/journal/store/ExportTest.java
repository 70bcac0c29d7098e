package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of an open journal: its events, and its sizes. */
class ExportTest {
  @TempDir Path directory;

  private JournalStore open() {
    return JournalStore.open(
        JournalStoreTest.settings(directory).withArchive(new ArchiveSettings(10, 20)),
        new JournalStore.Outside(
            Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC),
            new SplittableRandom(1),
            StoreListener.none()));
  }

  private static List<String> lines(JournalStore store, PayloadRendering rendering) {
    var lines = new ArrayList<String>();
    store.export(rendering, lines::add, Progress.none());
    return lines;
  }

  @Nested
  class Lines {
    @Test
    void haveEverythingOfAnEventAndEscapeIt() throws Exception {
      try (var store = open()) {
        var event = new NewEvent(1, "x".getBytes(UTF_8), List.of("red", "t\"ag"));
        store.append(List.of(new AtomicWrite("a\\b\n", List.of(event)))).join();
        assertThat(lines(store, PayloadRendering.base64()))
            .containsExactly(
                "{\"offset\":1,\"persistenceId\":\"a\\\\b\\u000a\",\"sequenceNr\":1,"
                    + "\"tags\":[\"red\",\"t\\\"ag\"],"
                    + "\"committedAt\":\"2026-11-28T12:00:00Z\",\"payload\":\"eA==\"}");
      }
    }

    @Test
    void areInTheOneOrderThroughTheArchiveAsTheCallerRendersThem() throws Exception {
      try (var store = open()) {
        ArchiveTest.fill(store);
        assertThat(store.archive()).isTrue();
        var lines = lines(store, event -> "{\"bytes\":" + event.payload().length + "}");
        assertThat(lines).hasSize(100);
        for (var n = 1; n <= 100; n++) {
          assertThat(lines.get(n - 1))
              .startsWith("{\"offset\":" + n + ",")
              .contains("\"payload\":{\"bytes\":");
        }
      }
    }

    @Test
    void endWhereTheJournalIsDamaged() throws Exception {
      try (var store = open()) {
        ArchiveTest.fill(store);
        store.internals().db().write(batch -> batch.delete(KeyLayout.block(40, 0)));
        assertThatThrownBy(() -> lines(store, PayloadRendering.base64()))
            .isInstanceOfSatisfying(
                JournalDamage.class, damage -> assertThat(damage.offset()).isEqualTo(40));
      }
    }
  }

  @Nested
  class Sizes {
    @Test
    void countWhatIsThere() throws Exception {
      try (var store = open()) {
        ArchiveTest.fill(store);
        assertThat(store.archive()).isTrue();
      }
      try (var store = open()) {
        var found = store.statistics();
        assertThat(found.format()).isEqualTo("givre-journal/1");
        assertThat(found.lastOffset()).isEqualTo(100);
        assertThat(found.persistenceIds()).isEqualTo(5);
        assertThat(found.tags()).isEqualTo(1);
        assertThat(found.bytes().levelDb()).isPositive();
        assertThat(found.bytes().archive())
            .isEqualTo(
                Files.size(
                    store
                        .internals()
                        .ledger()
                        .archive()
                        .directory()
                        .resolve("0000000000000000001-0000000000.blocks")));
        assertThat(found.bytes().snapshots()).isZero();
        assertThat(found.anchored().offset()).isEqualTo(100);
        assertThat(found.anchored().age()).isZero();
        assertThat(found.keys().all()).containsExactly(found.keys().current());
        assertThat(found.keys().restored()).isEmpty();
        assertThat(found.levels()).contains("Level");
      }
    }
  }
}
