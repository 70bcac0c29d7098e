package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and their restores. */
class BackupTest {
  @TempDir Path parent;
  private Path journal;
  private Path backup;
  private Path restored;

  @BeforeEach
  void fill() throws IOException {
    journal = parent.resolve("journal");
    backup = parent.resolve("backup");
    restored = parent.resolve("restored");
    try (var store = JournalStoreTest.open(journal)) {
      ArchiveTest.fill(store);
      store.rotateKey();
    }
  }

  private BackupReport backUp(boolean withSigningKey) throws IOException {
    try (var store = JournalStoreTest.open(journal)) {
      return store.backup(backup, withSigningKey, Progress.none());
    }
  }

  private Restore.Report restore() {
    return Restore.run(
        JournalStoreTest.settings(restored),
        backup,
        new Restore.Outside(Clock.systemUTC(), Progress.none()));
  }

  /** LevelDB's entries that begin with one of the letters, by key. */
  private static SortedMap<String, String> entries(Path directory, String prefixes)
      throws IOException {
    var entries = new TreeMap<String, String>();
    try (var db = LevelDb.open(directory.resolve(Opening.DB), LevelDbSettings.usual(), true)) {
      db.scan(
          new byte[0],
          false,
          (key, value) -> {
            if (prefixes.indexOf(key[0]) >= 0) {
              entries.put(HexFormat.of().formatHex(key), HexFormat.of().formatHex(value));
            }
            return true;
          });
    }
    return entries;
  }

  private static void flip(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  @Nested
  class Made {
    @Test
    void saysWhatItHasAndHoldsNoSecretUnlessAskedTo() throws Exception {
      var report = backUp(false);
      assertThat(report.lastOffset()).isEqualTo(100);
      assertThat(report.blocks()).isEqualTo(101);
      assertThat(backup.resolve(Manifest.FILE)).exists();
      assertThat(backup.resolve(KeyRing.SIGNING_KEY)).doesNotExist();
    }

    @Test
    void keepsAnAskedForSecretFromOthers() throws Exception {
      backUp(true);
      assertThat(Files.getPosixFilePermissions(backup.resolve(KeyRing.SIGNING_KEY)))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void isRefusedWhereSomethingIsAlready() throws Exception {
      backUp(false);
      assertThatThrownBy(() -> backUp(false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not empty");
    }

    @Test
    void hasNoManifestWhenTheJournalIsDamaged() throws Exception {
      try (var store = JournalStoreTest.open(journal)) {
        store.internals().db().write(batch -> batch.delete(KeyLayout.block(40, 0)));
        assertThatThrownBy(() -> store.backup(backup, false, Progress.none()))
            .isInstanceOfSatisfying(
                JournalDamage.class, damage -> assertThat(damage.offset()).isEqualTo(40));
      }
      assertThat(backup.resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void saysWhichHeadOfThePastIsDamaged() throws Exception {
      flip(journal.resolve(HeadHistory.FILE));
      assertThatThrownBy(() -> backUp(false))
          .isInstanceOf(JournalDamage.class)
          .hasMessageContaining("head 1 of the file heads");
      assertThat(backup.resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void isRefusedWhereItWouldTakeTheJournalsRoom() throws Exception {
      var settings = JournalStoreTest.demanding(journal, 0);
      try (var store = JournalStoreTest.open(settings, StoreListener.none())) {
        assertThatThrownBy(() -> store.backup(backup, false, Progress.none()))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("give another disk");
        store.append(List.of(JournalStoreTest.write("after", 1, 1))).join();
      }
      assertThat(backup.resolve(Manifest.FILE)).doesNotExist();
    }

    @Test
    void isWholeAtOneOffsetWhileOthersGoOnWriting() throws Exception {
      var done = new AtomicBoolean();
      var written = new ArrayList<Thread>();
      var during = new ArrayList<Long>();
      BackupReport report;
      try (var store = JournalStoreTest.open(journal)) {
        for (var writer = 0; writer < 4; writer++) {
          var name = "w" + writer;
          written.add(new Thread(() -> write(store, name, done)));
        }
        written.forEach(Thread::start);
        report =
            store.backup(
                backup,
                false,
                (now, total) -> {
                  var write = JournalStoreTest.write("during", during.size() + 1, 1);
                  during.add(store.append(List.of(write)).join());
                });
        done.set(true);
        for (var thread : written) {
          thread.join();
        }
      }
      assertThat(during).isNotEmpty().allMatch(offset -> offset > report.lastOffset());
      assertThat(restore().lastOffset()).isEqualTo(report.lastOffset());
      assertThat(VerificationTest.verify(restored).findings()).isEmpty();
      assertThat(entries(journal, "L")).containsAllEntriesOf(entries(restored, "L"));
    }

    private void write(JournalStore store, String name, AtomicBoolean done) {
      for (var n = 1; !done.get(); n++) {
        store.append(List.of(JournalStoreTest.write(name, n, 1, "busy"))).join();
      }
    }
  }

  @Nested
  class Restored {
    @Test
    void isTheSameJournalByteByByte() throws Exception {
      backUp(true);
      var report = restore();
      assertThat(report.lastOffset()).isEqualTo(100);
      assertThat(report.newKey()).isEmpty();
      assertThat(VerificationTest.verify(restored).findings()).isEmpty();
      assertThat(entries(restored, "LPT")).isEqualTo(entries(journal, "LPT"));
      assertThat(StoreFormat.read(restored)).isEqualTo(StoreFormat.read(journal));
    }

    @Test
    void goesOnWhereItEnded() throws Exception {
      backUp(true);
      restore();
      try (var store = JournalStoreTest.open(restored)) {
        assertThat(store.replay("p4", 1, 99, 99)).hasSize(17);
        assertThat(store.events("red", 0, 99)).hasSize(20);
        store.append(List.of(JournalStoreTest.write("p4", 21, 1))).join();
        assertThat(store.lastOffset()).isEqualTo(101);
      }
      assertThat(VerificationTest.verify(restored).findings()).isEmpty();
    }

    @Test
    void isHealedWhereOnlyCopiesWereDamaged() throws Exception {
      try (var store = JournalStoreTest.open(journal)) {
        store.internals().db().write(batch -> batch.delete(KeyLayout.write(1, 7)));
      }
      assertThat(VerificationTest.verify(journal).isWhole()).isFalse();
      backUp(true);
      restore();
      assertThat(VerificationTest.verify(restored).findings()).isEmpty();
    }

    @Test
    void bringsBackWhatWasArchivedAndTheSnapshots() throws Exception {
      var snapshot = new StoredSnapshot(new SnapshotName("p1", 20, 7), new byte[1], new byte[10]);
      try (var store = ArchiveTest.open(journal);
          var snapshots = Snapshots.open(store)) {
        snapshots.save(snapshot);
        assertThat(store.archive()).isTrue();
        store.backup(backup, true, Progress.none());
      }
      restore();
      assertThat(VerificationTest.verify(restored).counts().blocks()).isEqualTo(101);
      try (var store = JournalStoreTest.open(restored);
          var snapshots = Snapshots.open(store)) {
        assertThat(snapshots.load("p1", SnapshotRange.at(20)).orElseThrow().content())
            .isEqualTo(snapshot.content());
      }
    }

    @Test
    void beginsWithANewKeyAndSaysSoWhenTheOldIsNotAtHand() throws Exception {
      backUp(false);
      var report = restore();
      var key = report.newKey().orElseThrow();
      var verified = VerificationTest.verify(restored);
      assertThat(verified.isWhole()).isTrue();
      assertThat(verified.notes()).anyMatch(note -> note.contains(key));
      try (var store = JournalStoreTest.open(restored)) {
        assertThat(store.rotateKey()).isNotEqualTo(key);
      }
      assertThat(VerificationTest.verify(restored).isWhole()).isTrue();
    }

    @Test
    void takesTheKeyThatIsGivenAndRefusesAnothers() throws Exception {
      backUp(false);
      Files.createDirectory(restored);
      Files.copy(journal.resolve(KeyRing.SIGNING_KEY), restored.resolve(KeyRing.SIGNING_KEY));
      assertThat(restore().newKey()).isEmpty();
      assertThat(VerificationTest.verify(restored).notes()).isEmpty();
      var other = Files.createDirectory(parent.resolve("other"));
      KeyRing.create(other, other);
      Files.delete(other.resolve(KeyRing.PUBLIC_KEYS));
      restored = other;
      assertThatThrownBy(() -> restore())
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining("later backup");
      assertThat(other).isDirectoryNotContaining(file -> file.endsWith(Opening.DB));
    }
  }

  @Nested
  class Refused {
    private void refused(String what) {
      assertThatThrownBy(() -> restore())
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining(what);
      assertThat(restored).doesNotExist();
    }

    private Path segment() throws IOException {
      try (var files = Files.list(backup.resolve(Backup.SEGMENTS))) {
        return files.findFirst().orElseThrow();
      }
    }

    @Test
    void withoutAManifest() throws Exception {
      backUp(false);
      Files.delete(backup.resolve(Manifest.FILE));
      refused("no complete backup");
    }

    @Test
    void whenAFileHasChanged() throws Exception {
      backUp(false);
      flip(segment());
      refused("has changed");
    }

    @Test
    void whenAFileWasPutThere() throws Exception {
      backUp(false);
      Files.writeString(backup.resolve("more"), "more");
      refused("not in the manifest");
    }

    @Test
    void whenTheManifestWasMadeToFitAFlippedBlock() throws Exception {
      backUp(false);
      flip(segment());
      Files.delete(backup.resolve(Manifest.FILE));
      var head =
          SignedHead.parse(
              StoreFormat.read(journal), Files.readAllBytes(backup.resolve(Backup.HEAD)));
      Manifest.write(backup, StoreFormat.read(journal), head.point());
      refused("is damaged");
    }

    @Test
    void ontoADiskWithoutRoom() throws Exception {
      backUp(false);
      var settings = JournalStoreTest.demanding(restored, 1L << 60);
      var outside = new Restore.Outside(Clock.systemUTC(), Progress.none());
      assertThatThrownBy(() -> Restore.run(settings, backup, outside))
          .isInstanceOfSatisfying(
              JournalRefusal.class,
              refusal -> assertThat(refusal.reason()).isEqualTo(JournalRefusal.Reason.DISK_FULL));
      assertThat(restored).doesNotExist();
    }

    @Test
    void intoADirectoryThatIsNotEmpty() throws Exception {
      backUp(false);
      restored = journal;
      assertThatThrownBy(() -> restore())
          .isInstanceOf(JournalRefusal.class)
          .hasMessageContaining("not empty");
    }
  }
}
