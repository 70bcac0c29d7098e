package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.givre.journal.store.JournalRefusal.Reason;

/**
 * The file {@code FORMAT}, which says what a directory is: its format's version, its store's id.
 */
final class StoreFormat {
  static final String FILE = "FORMAT";
  static final String VERSION = "givre-journal/1";

  /** What a first start that was cut short may have left. */
  private static final Set<String> BEFORE_FORMAT =
      Set.of(
          OwnerLock.FILE,
          Ballast.FILE,
          Anchor.FILE,
          FILE + DurableFile.UNFINISHED,
          KeyRing.PUBLIC_KEYS,
          KeyRing.PUBLIC_KEYS + DurableFile.UNFINISHED,
          KeyRing.SIGNING_KEY,
          KeyRing.SIGNING_KEY + DurableFile.UNFINISHED);

  private StoreFormat() {}

  /** Whether the directory holds a store of ours already; refuses one that is something else. */
  static boolean exists(Path directory) throws IOException {
    if (Files.exists(directory.resolve(FILE))) {
      return true;
    }
    if (!Files.exists(directory)) {
      return false;
    }
    try (var files = Files.list(directory)) {
      var names = files.map(file -> file.getFileName().toString()).sorted().toList();
      if (names.contains("CURRENT")) {
        throw foreign(
            directory,
            "is a LevelDB of another program, such as Akka's stock journal plug-in, whose events this version does not read");
      }
      var stranger = names.stream().filter(name -> !BEFORE_FORMAT.contains(name)).findFirst();
      if (stranger.isPresent()) {
        throw foreign(directory, "has %s and no FORMAT file".formatted(stranger.get()));
      }
      return false;
    }
  }

  private static JournalRefusal foreign(Path directory, String what) {
    return new JournalRefusal(
        Reason.FORMAT,
        "%s is no journal of Givre: it %s. Give an empty or new directory."
            .formatted(directory, what));
  }

  /** The last step of making a store, so that half a store has no format. */
  static void write(Path directory, StoreId id) throws IOException {
    var content = "%s%nstore %s%n".formatted(VERSION, id.text());
    DurableFile.write(directory.resolve(FILE), content.getBytes(UTF_8));
  }

  /** The id of the store in a directory that has one. */
  static StoreId read(Path directory) throws IOException {
    var lines = Files.readAllLines(directory.resolve(FILE));
    if (lines.isEmpty() || !lines.get(0).equals(VERSION)) {
      throw new JournalRefusal(
          Reason.FORMAT,
          "Journal %s has format %s; this version reads %s. Use the version that wrote it."
              .formatted(directory, lines.isEmpty() ? "nothing" : lines.get(0), VERSION));
    }
    if (lines.size() < 2 || !lines.get(1).matches("store [0-9a-f]{32}")) {
      throw new JournalRefusal(
          Reason.DAMAGED,
          "File FORMAT of journal %s names no store. %s"
              .formatted(directory, JournalDamage.REMEDY));
    }
    return new StoreId(lines.get(1).substring("store ".length()));
  }
}
