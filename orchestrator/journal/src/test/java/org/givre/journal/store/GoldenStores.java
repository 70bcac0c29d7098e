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
 * Makes and unpacks the golden stores: one for each format that ever was, in {@code golden/} of the
 * test resources. A store once made is never made again: run {@link #main} for a new format only.
 */
final class GoldenStores {
  static final int EVENTS = 60;

  private GoldenStores() {}

  /**
   * Makes the golden store of the present format.
   *
   * @param args a directory that is not there yet, and the zip to be written
   */
  public static void main(String[] args) throws IOException {
    var directory = Path.of(args[0]);
    make(directory);
    zip(directory, Path.of(args[1]));
  }

  /** Everything that the format has: tags, deletions, writes of many events, keys, an archive. */
  private static void make(Path directory) throws IOException {
    var settings = JournalStoreTest.settings(directory).withArchive(new ArchiveSettings(10, 20));
    var outside =
        new JournalStore.Outside(
            Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC),
            new SplittableRandom(1),
            StoreListener.none());
    try (var store = JournalStore.open(settings, outside)) {
      for (var n = 0; n < 10; n++) {
        store.append(writes(n)).join();
      }
      store.rotateKey();
      store.delete("rack-1", 6).join();
      store.archive();
    }
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
