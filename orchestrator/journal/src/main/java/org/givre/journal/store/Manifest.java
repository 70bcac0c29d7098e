package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.givre.journal.store.JournalRefusal.Reason;

/**
 * The file {@code MANIFEST} of a backup, written last:
 *
 * <pre>
 * givre-backup/1
 * store ID
 * end OFFSET RUN HASH
 * SHA-256 BYTES PATH     for each other file, sorted by path
 * </pre>
 */
record Manifest(StoreId store, ChainPoint end, List<Entry> files) {
  static final String FILE = "MANIFEST";

  private static final String VERSION = "givre-backup/1";

  Manifest {
    files = List.copyOf(files);
  }

  /** One file; its path is relative to the backup, with slashes. */
  record Entry(String path, long bytes, String hash) {
    private String line() {
      return "%s %d %s".formatted(hash, bytes, path);
    }
  }

  /** Writes what is in a directory; returns the bytes of all its files. */
  static long write(Path backup, StoreId store, ChainPoint end) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(VERSION);
    lines.add("store " + store.text());
    lines.add(
        "end %d %d %s"
            .formatted(end.lastOffset(), end.run(), HexFormat.of().formatHex(end.hash())));
    var files = entries(backup);
    files.forEach(file -> lines.add(file.line()));
    DurableFile.write(backup.resolve(FILE), (String.join("\n", lines) + "\n").getBytes(UTF_8));
    return files.stream().mapToLong(Entry::bytes).sum();
  }

  private static List<Entry> entries(Path backup) throws IOException {
    var entries = new ArrayList<Entry>();
    try (var files = Files.walk(backup)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.add(entry(backup, file));
      }
    }
    return entries;
  }

  private static Entry entry(Path backup, Path file) throws IOException {
    var path = backup.relativize(file).toString().replace('\\', '/');
    return new Entry(path, Files.size(file), hash(file));
  }

  private static String hash(Path file) throws IOException {
    var digest = Sha256.digest();
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Reads the manifest of a backup and checks that every file is there as it says.
   *
   * @throws JournalRefusal when it is no complete backup, or a file has changed
   */
  static Manifest checked(Path backup) throws IOException {
    var manifest = read(backup);
    var present = new ArrayList<>(entries(backup));
    present.removeIf(file -> file.path().equals(FILE));
    for (var expected : manifest.files()) {
      if (!present.remove(expected)) {
        throw damaged(backup, "file %s is missing or has changed".formatted(expected.path()));
      }
    }
    if (!present.isEmpty()) {
      throw damaged(backup, "file %s is not in the manifest".formatted(present.get(0).path()));
    }
    return manifest;
  }

  private static Manifest read(Path backup) throws IOException {
    try {
      return parse(backup, Files.readAllLines(backup.resolve(FILE)));
    } catch (NoSuchFileException none) {
      throw new JournalRefusal(
          Reason.FORMAT,
          "%s is no complete backup: it has no %s. Give the directory of a backup that was finished."
              .formatted(backup, FILE),
          none);
    }
  }

  private static Manifest parse(Path backup, List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
      throw new JournalRefusal(
          Reason.FORMAT,
          "Backup %s has format %s; this version reads %s."
              .formatted(backup, lines.isEmpty() ? "nothing" : lines.get(0), VERSION));
    }
    try {
      var end = lines.get(2).split(" ", -1);
      var point =
          new ChainPoint(
              Long.parseLong(end[1]), Integer.parseInt(end[2]), HexFormat.of().parseHex(end[3]));
      var store = new StoreId(lines.get(1).substring("store ".length()));
      return new Manifest(store, point, lines.stream().skip(3).map(line -> entry(line)).toList());
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      throw damaged(backup, "its manifest cannot be read");
    }
  }

  private static Entry entry(String line) {
    var fields = line.split(" ", 3);
    return new Entry(fields[2], Long.parseLong(fields[1]), fields[0]);
  }

  static JournalRefusal damaged(Path backup, String what) {
    return new JournalRefusal(
        Reason.DAMAGED, "Backup %s is damaged: %s. Take another backup.".formatted(backup, what));
  }
}
