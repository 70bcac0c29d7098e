package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first write that fails is the last, whoever asked for it. */
class FailStopTest {
  @TempDir Path parent;
  private final Heard heard = new Heard();
  private Path directory;
  private Path keys;
  private JournalStore store;

  @BeforeEach
  void open() throws IOException {
    directory = parent.resolve("journal");
    keys = Files.createDirectory(parent.resolve("keys"));
    var settings = JournalStoreTest.quiet(directory, keys).withArchive(new ArchiveSettings(10, 20));
    store = JournalStoreTest.open(settings, heard);
    ArchiveTest.fill(store);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void requireStopped() {
    assertThat(store.status().stopped()).isTrue();
    assertThat(heard.stops()).hasSize(1);
    assertThatThrownBy(() -> store.append(List.of(JournalStoreTest.write("new", 1, 1))).join())
        .hasCauseInstanceOf(JournalStopped.class);
    assertThatThrownBy(store::archive).isInstanceOf(JournalStopped.class);
    assertThatThrownBy(store::rotateKey).isInstanceOf(JournalStopped.class);
    assertThat(heard.stops()).hasSize(1);
  }

  @Test
  void stopsWhenTheHeadOfABackupCannotBeSigned() throws IOException {
    store.internals().anchor().close();
    assertThatThrownBy(() -> store.backup(parent.resolve("backup"), false, Progress.none()))
        .isInstanceOf(IOException.class);
    requireStopped();
  }

  @Test
  void stopsWhenTheHeadOfANewKeyCannotBeSigned() throws IOException {
    store.internals().anchor().close();
    assertThatThrownBy(store::rotateKey).isInstanceOf(IOException.class);
    requireStopped();
  }

  @Test
  void stopsWhenTheArchiveCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve(Archive.DIRECTORY), "in the way");
    assertThatThrownBy(store::archive).isInstanceOf(IOException.class);
    requireStopped();
  }

  @Test
  void goesOnWithTheOldKeyWhenTheNewOneHasNoPlace() throws IOException {
    Files.delete(keys.resolve(KeyRing.SIGNING_KEY));
    Files.delete(keys);
    assertThatThrownBy(store::rotateKey).isInstanceOf(IOException.class);
    assertThat(store.append(List.of(JournalStoreTest.write("new", 1, 1))).join()).isEqualTo(101);
    assertThat(heard.stops()).isEmpty();
  }

  @Test
  void stopsWhenASnapshotCannotBeWritten() throws IOException {
    try (var snapshots = Snapshots.open(store)) {
      var name = new SnapshotName("p1", 20, 7);
      var snapshot = new StoredSnapshot(name, new byte[1], new byte[10]);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> snapshots.save(snapshot)).hasCauseInstanceOf(IOException.class);
      assertThat(Thread.interrupted()).isTrue();
      requireStopped();
      assertThatThrownBy(() -> snapshots.save(snapshot)).isInstanceOf(JournalStopped.class);
    }
  }

  @Test
  void hasNotFailedWhenItWasClosed() throws IOException {
    var snapshots = Snapshots.open(store);
    snapshots.close();
    store.close();
    var snapshot = new StoredSnapshot(new SnapshotName("p1", 20, 7), new byte[1], new byte[10]);
    assertThatThrownBy(() -> snapshots.save(snapshot)).isInstanceOf(JournalStopped.class);
    assertThatThrownBy(store::archive).isInstanceOf(JournalStopped.class);
    assertThat(heard.stops()).isEmpty();
  }
}
