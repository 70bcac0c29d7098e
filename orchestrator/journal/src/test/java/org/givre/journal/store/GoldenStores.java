package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes and unpacks the golden stores and backups: some for each format that ever was, in {@code
 * golden/} of the test resources. One once made is never made again: run {@link #main} for a new
 * format, or for what a format has and no golden store shows yet.
 */
final class GoldenStores {
  static final int EVENTS = 60;

  /** Of the last snapshot of rack-1; it is stored in three pieces. */
  static final long SNAPSHOT_AT = 24;

  private static final int PIECE_BYTES = 1 << 20;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

  private GoldenStores() {}

  /**
   * Makes the golden store of the present format, and its backup.
   *
   * @param args a directory that is not there yet, then the zips of the store and of the backup
   */
  public static void main(String[] args) throws IOException {
    var directory = Path.of(args[0], "store");
    var backup = Path.of(args[0], "backup");
    make(directory, backup);
    zip(directory, Path.of(args[1]));
    zip(backup, Path.of(args[2]));
  }

  /**
   * Everything that the format has: tags, deletions, writes of many events, keys, an archive,
   * snapshots, of which some are deleted, a key that was rotated.
   */
  private static void make(Path directory, Path backup) throws IOException {
    var settings = JournalStoreTest.settings(directory).withArchive(new ArchiveSettings(10, 20));
    var outside = new JournalStore.Outside(CLOCK, new SplittableRandom(1), StoreListener.none());
    try (var store = JournalStore.open(settings, outside);
        var snapshots = Snapshots.open(store)) {
      for (var n = 0; n < 10; n++) {
        store.append(writes(n)).join();
      }
      store.rotateKey();
      snapshots.save(snapshot("rack-1", 6));
      snapshots.save(snapshot("rack-1", SNAPSHOT_AT));
      snapshots.save(snapshot("rack-2", 4));
      snapshots.delete(snapshot("rack-2", 4).name());
      store.delete("rack-1", 6).join();
      store.archive();
      store.backup(backup, true, Progress.none());
    }
  }

  static StoredSnapshot snapshot(String persistenceId, long sequenceNumber) {
    var name = new SnapshotName(persistenceId, sequenceNumber, CLOCK.millis());
    var pieces = sequenceNumber == SNAPSHOT_AT ? 3 : 1;
    var content = new byte[pieces * PIECE_BYTES - 7];
    return new StoredSnapshot(name, payload(persistenceId, sequenceNumber), content);
  }

  private static List<AtomicWrite> writes(int round) {
    var writes = new ArrayList<AtomicWrite>();
    writes.add(write("rack-1", round * 3L + 1, 3, List.of("rack")));
    writes.add(write("rack-2", round * 2L + 1, 2, List.of("moved", "rack")));
    writes.add(write("job-7", round * 10L + 1, 1, List.of()));
    return writes;
  }

  private static AtomicWrite write(String persistenceId, long from, int events, List<String> tags) {
    var all = new ArrayList<NewEvent>();
    for (var n = from; n < from + events; n++) {
      all.add(new NewEvent(n, payload(persistenceId, n), tags));
    }
    return new AtomicWrite(persistenceId, all);
  }

  static byte[] payload(String persistenceId, long sequenceNumber) {
    return "%s/%d".formatted(persistenceId, sequenceNumber).getBytes(UTF_8);
  }

  private static void zip(Path directory, Path target) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(target));
        var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
  }

  /** Names of the golden zips that begin so, sorted. */
  static List<String> names(String beginning) throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/golden"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .sorted()
          .toList();
    }
  }

  static void unpack(String name, Path directory) throws IOException {
    try (var in = new ZipInputStream(resource(name))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var file = directory.resolve(entry.getName()).normalize();
        Files.createDirectories(file.resolveSibling("."));
        Files.copy(in, file);
      }
    }
  }

  private static InputStream resource(String name) {
    var found = GoldenStores.class.getResourceAsStream("/golden/" + name);
    if (found == null) {
      throw new IllegalArgumentException("There is no golden store " + name);
    }
    return found;
  }
}
