package org.givre.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.givre.journal.store.Finding.Kind;
import org.iq80.leveldb.WriteBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a journal with a hundred events, see {@link ArchiveTest#fill}, each in its own block. */
class VerificationTest {
  @TempDir Path parent;
  private Path directory;

  @BeforeEach
  void fill() throws IOException {
    directory = parent.resolve("journal");
    try (var store = JournalStoreTest.open(directory)) {
      ArchiveTest.fill(store);
    }
  }

  static VerifyReport verify(Path directory) {
    return Verification.run(JournalStoreTest.settings(directory), outside());
  }

  private VerifyReport verify() {
    return verify(directory);
  }

  static Verification.Outside outside() {
    return new Verification.Outside(Clock.systemUTC(), Verification.Stages.untold());
  }

  private LevelDb levelDb() throws IOException {
    return LevelDb.open(directory.resolve(Opening.DB), LevelDbSettings.usual(), true);
  }

  private void tamper(Consumer<WriteBatch> change) throws IOException {
    try (var db = levelDb()) {
      db.write(change);
    }
  }

  private byte[] stored(byte[] key) throws IOException {
    try (var db = levelDb()) {
      return db.get(key).orElseThrow();
    }
  }

  private byte[] flipped(byte[] key) throws IOException {
    var bytes = stored(key);
    bytes[bytes.length / 2] ^= 1;
    return bytes;
  }

  /** Of events 1 to {@code count} of {@code p1}. */
  private void saveSnapshots(int count) throws Exception {
    try (var store = JournalStoreTest.open(directory);
        var snapshots = Snapshots.open(store)) {
      for (var n = 1; n <= count; n++) {
        var name = new SnapshotName("p1", n, 7);
        snapshots.save(new StoredSnapshot(name, new byte[1], new byte[10]));
      }
    }
  }

  /** Every file below a directory with its content. */
  static Map<String, String> tree(Path directory) throws IOException {
    var tree = new TreeMap<String, String>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var name = directory.relativize(file).toString();
        if (!name.endsWith(OwnerLock.FILE)) {
          tree.put(name, HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))));
        }
      }
    }
    return tree;
  }

  private static void found(VerifyReport report, Kind kind, long offset) {
    assertThat(report.isWhole()).isFalse();
    assertThat(report.findings())
        .as("%s", report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.offset()).isEqualTo(offset);
            });
  }

  @Nested
  class Whole {
    @Test
    void isNotLookedForWhereLevelDbHasNoRoom() {
      var settings = JournalStoreTest.demanding(directory, 1L << 60);
      assertThatThrownBy(() -> Verification.run(settings, outside()))
          .isInstanceOfSatisfying(
              JournalRefusal.class,
              refusal -> assertThat(refusal.reason()).isEqualTo(JournalRefusal.Reason.DISK_FULL));
    }

    @Test
    void countsEverythingAndChangesNothing() throws Exception {
      var before = tree(directory);
      var report = verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.isWhole()).isTrue();
      assertThat(report.wholeUpTo()).isEqualTo(100);
      assertThat(report.lastOffset()).isEqualTo(100);
      assertThat(report.counts().blocks()).isEqualTo(101);
      assertThat(report.counts().copies()).isEqualTo(97);
      assertThat(report.counts().tagRecords()).isEqualTo(20);
      assertThat(report.counts().heads()).isPositive();
      assertThat(tree(directory)).isEqualTo(before);
    }

    @Test
    void goesThroughTheArchive() throws Exception {
      try (var store = ArchiveTest.open(directory)) {
        store.archive();
        store.archive();
      }
      var report = verify();
      assertThat(report.findings()).isEmpty();
      assertThat(report.counts().blocks()).isEqualTo(101);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
      saveSnapshots(3);
      var snapshots = new ArrayList<Long>();
      var events = new ArrayList<Long>();
      var entries = new ArrayList<Long>();
      var stages =
          new Verification.Stages(
              noting(snapshots, 3), noting(events, 200), (done, total) -> entries.add(done));
      Verification.run(
          JournalStoreTest.settings(directory),
          new Verification.Outside(Clock.systemUTC(), stages));
      assertThat(snapshots).containsExactly(1L, 2L, 3L);
      assertThat(events).isSorted().endsWith(200L);
      assertThat(entries).singleElement(InstanceOfAssertFactories.LONG).isGreaterThan(100);
    }

    private static Progress noting(List<Long> told, long expected) {
      return (done, total) -> {
        told.add(done);
        assertThat(total).isEqualTo(expected);
      };
    }

    @Test
    void isRefusedWhileTheJournalIsOpen() throws Exception {
      var open = JournalStoreTest.open(directory);
      try (open) {
        assertThatThrownBy(() -> verify())
            .isInstanceOfSatisfying(
                JournalRefusal.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(JournalRefusal.Reason.IN_USE));
      }
    }
  }

  @Nested
  class OfTheLedger {
    @Test
    void namesEveryMissingBlockNotOnlyTheFirst() throws Exception {
      tamper(
          batch -> {
            batch.delete(KeyLayout.block(30, 0));
            batch.delete(KeyLayout.block(31, 0));
            batch.delete(KeyLayout.block(70, 0));
          });
      var report = verify();
      found(report, Kind.LEDGER, 30);
      found(report, Kind.LEDGER, 70);
      assertThat(report.wholeUpTo()).isEqualTo(29);
      assertThat(report.lastOffset()).isEqualTo(100);
    }

    @Test
    void namesFlippedBlocks() throws Exception {
      var first = flipped(KeyLayout.block(1, 0));
      var middle = flipped(KeyLayout.block(55, 0));
      tamper(
          batch -> {
            batch.put(KeyLayout.block(1, 0), first);
            batch.put(KeyLayout.block(55, 0), middle);
          });
      var report = verify();
      found(report, Kind.LEDGER, 1);
      found(report, Kind.LEDGER, 55);
      assertThat(report.wholeUpTo()).isZero();
    }

    @Test
    void namesABlockThatStandsInAnothersPlace() throws Exception {
      var other = stored(KeyLayout.block(41, 0));
      tamper(batch -> batch.put(KeyLayout.block(40, 0), other));
      found(verify(), Kind.LEDGER, 40);
    }

    @Test
    void namesACutTail() throws Exception {
      tamper(
          batch -> {
            batch.delete(KeyLayout.block(100, 1));
            batch.delete(KeyLayout.block(100, 0));
            batch.delete(KeyLayout.block(99, 0));
          });
      var report = verify();
      found(report, Kind.LEDGER, 99);
      assertThat(report.wholeUpTo()).isEqualTo(98);
    }

    @Test
    void saysHowFarItIsWholeWhenLevelDbCannotReadATable() throws Exception {
      var journal = parent.resolve("tables");
      fillTables(journal);
      flipMiddleOfATable(journal);
      var report = verify(journal);
      assertThat(report.isWhole()).isFalse();
      assertThat(report.findings()).anyMatch(finding -> finding.kind() == Kind.LEDGER);
      assertThat(report.wholeUpTo()).isBetween(1L, 29_999L);
      assertThat(report.lastOffset()).isEqualTo(30_000);
    }

    private void fillTables(Path journal) throws IOException {
      try (var store = JournalStoreTest.open(journal)) {
        for (var n = 1; n <= 300; n++) {
          store.append(List.of(JournalStoreTest.write("p", n * 100L - 99, 100))).join();
        }
      }
      // Opening writes the log out as a table.
      JournalStoreTest.open(journal).close();
    }

    private void flipMiddleOfATable(Path journal) throws IOException {
      try (var files = Files.list(journal.resolve(Opening.DB))) {
        var table =
            files
                .filter(file -> file.toString().matches(".*\\.(sst|ldb)"))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(table);
        bytes[bytes.length / 4] ^= 1;
        Files.write(table, bytes);
      }
    }

    @Test
    void namesALostOrFlippedFileOfTheArchive() throws Exception {
      try (var store = ArchiveTest.open(directory)) {
        while (store.archive()) {
          // All that may be moved.
        }
      }
      var archive = directory.resolve(Archive.DIRECTORY);
      List<Path> files;
      try (var list = Files.list(archive)) {
        files = list.sorted().toList();
      }
      Files.delete(files.get(1));
      var bytes = Files.readAllBytes(files.get(3));
      bytes[SegmentWriter.HEADER + 20] ^= 1;
      Files.write(files.get(3), bytes);
      var report = verify();
      found(report, Kind.LEDGER, 21);
      found(report, Kind.LEDGER, 61);
      assertThat(report.wholeUpTo()).isEqualTo(20);
      assertThat(report.lastOffset()).isEqualTo(100);
      assertThat(report.findings()).noneMatch(f -> f.kind() == Kind.COPY || f.kind() == Kind.TAG);
    }

    @Test
    void saysSoWhenLevelDbIsGone() throws Exception {
      try (var files = Files.list(directory.resolve(Opening.DB))) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      var report = verify();
      found(report, Kind.LEDGER, 1);
      assertThat(report.wholeUpTo()).isZero();
    }
  }

  @Nested
  class OfHeads {
    @Test
    void namesAHeadOfAnotherPast() throws Exception {
      var id = StoreFormat.read(directory);
      var signing = new SignedHead.Signing(KeyRing.open(directory, directory), id);
      var elsewhere = new ChainPoint(60, 0, new byte[Sha256.LENGTH]);
      try (var history = HeadHistory.open(directory, id)) {
        history.add(SignedHead.of(9, elsewhere, Long.MAX_VALUE, signing));
      }
      found(verify(), Kind.HEAD, 60);
    }

    @Test
    void namesAHeadThatNoKeyOfTheJournalSigned() throws Exception {
      var other = parent.resolve("other");
      Files.createDirectory(other);
      KeyRing.create(other, other);
      var id = StoreFormat.read(directory);
      var foreign = new SignedHead.Signing(KeyRing.open(other, other), id);
      try (var history = HeadHistory.open(directory, id)) {
        history.add(SignedHead.of(9, new ChainPoint(60, 0, new byte[32]), Long.MAX_VALUE, foreign));
      }
      var report = verify();
      found(report, Kind.HEAD, 60);
      assertThat(report.findings().get(0).what()).contains("not signed");
    }

    @Test
    void namesALostAnchorAndSignsANewOneWhenAskedTo() throws Exception {
      Files.delete(directory.resolve(Anchor.FILE));
      found(verify(), Kind.NO_ANCHOR, 100);
      assertThatThrownBy(() -> JournalStoreTest.open(directory)).isInstanceOf(JournalRefusal.class);
      var report = Verification.runAndAnchor(JournalStoreTest.settings(directory), outside());
      assertThat(report.isWhole()).isTrue();
      try (var store = JournalStoreTest.open(directory)) {
        assertThat(store.lastOffset()).isEqualTo(100);
      }
    }

    @Test
    void signsNoAnchorWhenSomethingElseIsDamaged() throws Exception {
      Files.delete(directory.resolve(Anchor.FILE));
      tamper(batch -> batch.delete(KeyLayout.write(1, 7)));
      var report = Verification.runAndAnchor(JournalStoreTest.settings(directory), outside());
      found(report, Kind.NO_ANCHOR, 100);
      assertThat(directory.resolve(Anchor.FILE)).doesNotExist();
    }
  }

  @Nested
  class OfCopies {
    @Test
    void namesMissingFlippedAndSurplusOnes() throws Exception {
      var flipped = flipped(KeyLayout.write(2, 9));
      var id = StoreFormat.read(directory).bytes();
      var surplus = KeyLayout.write(3, 21);
      var record =
          WriteRecord.encode(
              new ByteSink(64),
              WriteRecord.seed(id, surplus),
              JournalStoreTest.write("p3", 21, 1),
              new WriteRecord.Place(77, 20));
      tamper(
          batch ->
              batch
                  .delete(KeyLayout.write(1, 7))
                  .put(KeyLayout.write(2, 9), flipped)
                  .put(surplus, record));
      var report = foundThree(Kind.COPY, 32, 43, 77);
      assertThat(report.wholeUpTo()).isEqualTo(100);
    }

    @Test
    void namesMissingFlippedAndSurplusRecordsOfTags() throws Exception {
      var flipped = flipped(KeyLayout.tagged(0, 16));
      var id = StoreFormat.read(directory).bytes();
      var surplus = KeyLayout.tagged(0, 97);
      var record = new TagRecord(96).encode(WriteRecord.seed(id, surplus));
      tamper(
          batch ->
              batch
                  .delete(KeyLayout.tagged(0, 6))
                  .put(KeyLayout.tagged(0, 16), flipped)
                  .put(surplus, record));
      foundThree(Kind.TAG, 6, 16, 97);
    }

    /** The missing one, the flipped one and the surplus one. */
    private VerifyReport foundThree(Kind kind, long... offsets) throws Exception {
      var report = verify();
      for (var offset : offsets) {
        found(report, kind, offset);
      }
      assertThat(report.allFindings()).isEqualTo(3);
      return report;
    }

    @Test
    void namesKeysOfNobody() throws Exception {
      tamper(batch -> batch.put(new byte[] {'Z'}, new byte[] {1}));
      found(verify(), Kind.SURPLUS, 0);
    }
  }

  @Nested
  class OfWhatCanBeMadeAgain {
    @Test
    void namesACheckpointThatSaysSomethingElse() throws Exception {
      var id = StoreFormat.read(directory);
      var checkpoint = Checkpoint.read(directory, id).orElseThrow();
      checkpoint.catalogue().owner("p1").orElseThrow().committed(19);
      Checkpoint.write(
          directory, Checkpoint.encode(id, checkpoint.point(), checkpoint.catalogue()));
      var report = verify();
      found(report, Kind.CHECKPOINT, 100);
      assertThat(report.findings().get(0).what()).contains("p1");
    }

    @Test
    void namesSnapshotsThatCannotBeRead() throws Exception {
      saveSnapshots(3);
      assertThat(verify().findings()).isEmpty();
      var key = SnapshotKeys.record("p1", 2);
      try (var db =
          LevelDb.open(directory.resolve(SnapshotDb.DIRECTORY), LevelDbSettings.usual(), true)) {
        var bytes = db.get(key).orElseThrow();
        bytes[3] ^= 1;
        db.write(batch -> batch.put(key, bytes));
      }
      var report = verify();
      found(report, Kind.SNAPSHOT, 0);
      assertThat(report.allFindings()).isEqualTo(1);
      assertThat(report.findings().get(0).what()).contains("p1 at event 2");
    }

    @Test
    void boundsWhatItTells() throws Exception {
      tamper(
          batch -> {
            for (var owner = 0; owner < 5; owner++) {
              for (var n = 4; n <= 20; n++) {
                batch.delete(KeyLayout.write(owner, n));
              }
            }
            for (var n = 1; n <= 20; n++) {
              batch.delete(KeyLayout.tagged(0, n * 5L - 4));
            }
          });
      var report = verify();
      assertThat(report.allFindings()).isEqualTo(105);
      assertThat(report.findings()).hasSize(100);
    }
  }
}
