package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.Behavior;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Journals of every format that ever was are read; other directories are left alone. */
class FormatTest {
  @TempDir Path parent;

  @Nested
  class Ours {
    static List<String> stores() throws IOException {
      return GoldenStores.names("format-");
    }

    static List<String> backups() throws IOException {
      return GoldenStores.names("backup-");
    }

    @Test
    void hasAGoldenStoreAndABackupOfThePresentFormat() throws Exception {
      var version = StoreFormat.VERSION.substring("givre-journal/".length());
      assertThat(stores()).contains("format-" + version + ".zip");
      assertThat(stores()).contains("format-" + version + "-snapshots.zip");
      assertThat(backups()).contains("backup-" + version + ".zip");
    }

    @ParameterizedTest
    @MethodSource("backups")
    void isRestoredFromABackup(String golden) throws Exception {
      var backup = parent.resolve("backup");
      var directory = parent.resolve("restored");
      GoldenStores.unpack(golden, backup);
      var outside = new Restore.Outside(Clock.systemUTC(), Progress.none());
      var report = Restore.run(JournalStoreTest.settings(directory), backup, outside);
      assertThat(report.newKey()).isEmpty();
      isWhole(directory);
      hasSnapshots(directory);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void isReadAndVerifiedInFull(String golden) throws Exception {
      var directory = parent.resolve("golden");
      GoldenStores.unpack(golden, directory);
      isWhole(directory);
      try (var store = JournalStoreTest.open(directory)) {
        assertThat(store.internals().ledger().archive().segments()).isNotEmpty();
      }
      if (golden.contains("snapshots")) {
        hasSnapshots(directory);
      }
    }

    private void hasSnapshots(Path directory) throws IOException {
      try (var store = JournalStoreTest.open(directory);
          var snapshots = Snapshots.open(store)) {
        for (var at : List.of(GoldenStores.SNAPSHOT_AT, 6L)) {
          var wanted = GoldenStores.snapshot("rack-1", at);
          var found = snapshots.load("rack-1", SnapshotRange.at(at)).orElseThrow();
          assertThat(found.name()).isEqualTo(wanted.name());
          assertThat(found.head()).isEqualTo(wanted.head());
          assertThat(found.content()).isEqualTo(wanted.content());
        }
        assertThat(snapshots.load("rack-2", SnapshotRange.at(4))).isEmpty();
      }
    }

    private void isWhole(Path directory) throws IOException {
      var report = VerificationTest.verify(directory);
      assertThat(report.findings()).isEmpty();
      assertThat(report.lastOffset()).isEqualTo(GoldenStores.EVENTS);
      try (var store = JournalStoreTest.open(directory)) {
        assertThat(store.persistenceIds()).containsExactly("rack-1", "rack-2", "job-7");
        assertThat(store.events(0, 100)).hasSize(GoldenStores.EVENTS).allSatisfy(this::isAsWritten);
        assertThat(store.events("moved", 0, 100)).hasSize(20).allSatisfy(this::isAsWritten);
        assertThat(store.replay("rack-1", 1, 99, 99)).hasSize(24).allSatisfy(this::isAsWritten);
        assertThat(store.replay("job-7", 1, 99, 99)).hasSize(10).allSatisfy(this::isAsWritten);
        store.append(List.of(JournalStoreTest.write("rack-3", 1, 1))).join();
      }
      assertThat(VerificationTest.verify(directory).findings()).isEmpty();
    }

    private void isAsWritten(StoredEvent event) {
      assertThat(event.payload())
          .isEqualTo(GoldenStores.payload(event.persistenceId(), event.sequenceNumber()));
    }
  }

  @Nested
  class Others {
    @Test
    void aLaterFormatIsRefusedAndLeftUnchanged() throws Exception {
      var directory = parent.resolve("later");
      JournalStoreTest.open(directory).close();
      var format = directory.resolve(StoreFormat.FILE);
      Files.writeString(format, Files.readString(format).replace("journal/1", "journal/2"));
      refusedUnchanged(directory, "givre-journal/2");
    }

    @Test
    void aJournalOfAkkasStockPluginIsRefusedAndLeftUnchanged() throws Exception {
      var directory = parent.resolve("stock");
      var kit =
          ActorTestKit.create(
              ConfigFactory.parseString(
                      """
                      akka.persistence.journal.plugin = akka.persistence.journal.leveldb
                      akka.persistence.journal.leveldb.dir = "%s"
                      akka.actor.allow-java-serialization = on
                      akka.actor.warn-about-java-serializer-usage = off
                      """
                          .formatted(directory))
                  .withFallback(ConfigFactory.load()));
      try {
        var probe = kit.createTestProbe(String.class);
        kit.spawn(new Parrot(text -> probe.ref().tell(text)).behavior()).tell("stored");
        probe.expectMessage("stored");
      } finally {
        kit.shutdownTestKit();
      }
      refusedUnchanged(directory, "Akka's stock journal plug-in");
    }

    private void refusedUnchanged(Path directory, String message) throws Exception {
      var before = VerificationTest.tree(directory);
      assertThatThrownBy(() -> JournalStoreTest.open(directory))
          .isInstanceOfSatisfying(
              JournalRefusal.class,
              refusal -> assertThat(refusal.reason()).isEqualTo(JournalRefusal.Reason.FORMAT))
          .hasMessageContaining(message);
      assertThatThrownBy(() -> VerificationTest.verify(directory))
          .isInstanceOf(JournalRefusal.class);
      assertThat(before).isNotEmpty();
      assertThat(VerificationTest.tree(directory)).isEqualTo(before);
    }
  }

  /** Stores what it is told. */
  private static final class Parrot extends EventSourcedBehavior<String, String, String> {
    private final Consumer<String> stored;

    Parrot(Consumer<String> stored) {
      super(PersistenceId.ofUniqueId("parrot"));
      this.stored = stored;
    }

    Behavior<String> behavior() {
      return this;
    }

    @Override
    public String emptyState() {
      return "";
    }

    @Override
    public CommandHandler<String, String, String> commandHandler() {
      return (state, command) -> Effect().persist(command).thenRun(after -> stored.accept(after));
    }

    @Override
    public EventHandler<String, String> eventHandler() {
      return (state, event) -> event;
    }
  }
}
