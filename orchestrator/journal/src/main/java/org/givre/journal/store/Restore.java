package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.givre.journal.store.JournalRefusal.Reason;

/**
 * Makes a journal of a backup, in an empty or new directory. Everything is checked first. Blocks
 * are taken over as they are, so the chain and the store's id stay; what is kept for replay and by
 * tag is made anew from them, and so is healed.
 */
public final class Restore {
  private final StoreSettings settings;
  private final Path backup;
  private final Outside outside;
  private final Room room;
  private final Manifest manifest;
  private final KeyRing keys;

  private Restore(StoreSettings settings, Path backup, Outside outside) throws IOException {
    this.settings = settings;
    this.backup = backup;
    this.outside = outside;
    this.room = Room.of(settings);
    this.manifest = Manifest.checked(backup);
    this.keys = KeyRing.openPublic(backup);
  }

  /**
   * What a restore is given from outside.
   *
   * @param progress in events, each counted twice: when it is checked, and when it is stored
   */
  public record Outside(Clock clock, Progress progress) {}

  /**
   * What a restore has made.
   *
   * @param newKey id of the key that it had to begin with, since the journal's own was neither in
   *     the settings' key directory nor in the backup; whoever restores keeps it on record
   */
  public record Report(StoreId store, long lastOffset, Optional<String> newKey) {}

  /**
   * Restores a backup. The signing key is taken from the settings' key directory, or else from the
   * backup, or else a new one is made.
   *
   * @param settings of the journal that is made
   * @throws JournalRefusal when the backup is not whole, or the directory is not empty; nothing was
   *     changed
   */
  public static Report run(StoreSettings settings, Path backup, Outside outside) {
    try {
      requireEmpty(settings);
      return new Restore(settings, backup, outside).restore();
    } catch (JournalDamage damage) {
      throw Manifest.damaged(backup, damage.what());
    } catch (ByteSource.Malformed malformed) {
      throw Manifest.damaged(backup, String.valueOf(malformed.getMessage()));
    } catch (IOException unusable) {
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "Backup %s cannot be restored: %s".formatted(backup, unusable),
          unusable);
    }
  }

  /** The signing key may be there already. */
  private static void requireEmpty(StoreSettings settings) throws IOException {
    var directory = settings.directory();
    if (Files.exists(directory)) {
      try (var files = Files.list(directory)) {
        var key = settings.keyDirectory().resolve(KeyRing.SIGNING_KEY).toAbsolutePath();
        if (files.anyMatch(file -> !file.toAbsolutePath().equals(key))) {
          throw new JournalRefusal(
              Reason.FORMAT,
              "%s is not empty. Restore into an empty or new directory.".formatted(directory));
        }
      }
    }
  }

  private Report restore() throws IOException {
    var segments = segments();
    var head = checkedHead();
    var catalogue = new Catalogue();
    var check = new BackupCheck(this, catalogue);
    check.run(segments, head);
    requireKey();
    room.require(neededBytes());
    var directory = settings.directory();
    Files.createDirectories(directory);
    copyFiles();
    snapshots();
    var newKey = signingKey();
    rebuild(segments, catalogue);
    Checkpoint.write(directory, Checkpoint.encode(store(), manifest.end(), catalogue));
    anchor(head);
    StoreFormat.write(directory, store());
    return new Report(store(), manifest.end().lastOffset(), newKey);
  }

  StoreId store() {
    return manifest.store();
  }

  ChainPoint end() {
    return manifest.end();
  }

  Path backup() {
    return backup;
  }

  SignedHead.Signing signing() {
    return new SignedHead.Signing(keys, store());
  }

  /** Some events are done, of twice as many as there are. */
  void progress(long done) {
    outside.progress().at(done, 2 * manifest.end().lastOffset());
  }

  private List<Path> segments() throws IOException {
    var directory = backup.resolve(Backup.SEGMENTS);
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private SignedHead checkedHead() throws IOException {
    var head = SignedHead.parse(store(), Files.readAllBytes(backup.resolve(Backup.HEAD)));
    if (!head.isSigned(signing()) || !head.point().equals(manifest.end())) {
      throw Manifest.damaged(backup, "its head is not signed by a key of the journal");
    }
    return head;
  }

  private Path keyFile() {
    return settings.keyDirectory().resolve(KeyRing.SIGNING_KEY);
  }

  /** A signing key that was given must be the journal's own. */
  private void requireKey() throws IOException {
    if (Files.exists(keyFile())) {
      try {
        KeyRing.open(backup, settings.keyDirectory());
      } catch (JournalRefusal refused) {
        throw refused.reason() == Reason.DAMAGED ? anothersKey(refused) : refused;
      }
    }
  }

  /** The public keys of the backup have been read: it is the private one that does not fit. */
  private JournalRefusal anothersKey(JournalRefusal refused) {
    return new JournalRefusal(
        Reason.FORMAT,
        "The key in %s is not the one with which backup %s ends: it is another journal's, or was changed since. Restore a later backup, or move the key away; the journal goes on with a new one then."
            .formatted(keyFile(), backup),
        refused);
  }

  private void copyFiles() throws IOException {
    for (var entry : manifest.files()) {
      var path = entry.path();
      if (path.equals(KeyRing.PUBLIC_KEYS) || path.equals(HeadHistory.FILE)) {
        DurableFile.copy(backup.resolve(path), settings.directory().resolve(path));
      }
    }
  }

  private void snapshots() throws IOException {
    var copy = backup.resolve(SnapshotDb.DIRECTORY);
    if (Files.exists(copy)) {
      var database = settings.directory().resolve(SnapshotDb.DIRECTORY);
      try (var db = LevelDb.open(database, settings.levelDb().forSnapshots(), true)) {
        SnapshotCopy.restore(copy, db, room);
      }
    }
  }

  /** Each event is stored in the ledger and once more for its replay. */
  private long neededBytes() {
    return 2 * manifest.files().stream().mapToLong(Manifest.Entry::bytes).sum();
  }

  /** Returns the id of a key that had to be made. */
  private Optional<String> signingKey() throws IOException {
    if (Files.exists(keyFile())) {
      return Optional.empty();
    }
    if (Files.exists(backup.resolve(KeyRing.SIGNING_KEY))) {
      Files.createDirectories(settings.keyDirectory());
      KeyRing.copySecret(backup.resolve(KeyRing.SIGNING_KEY), keyFile());
      return Optional.empty();
    }
    return Optional.of(KeyRing.introduce(settings.directory(), settings.keyDirectory()));
  }

  private void rebuild(List<Path> segments, Catalogue catalogue) throws IOException {
    var database = settings.directory().resolve(Opening.DB);
    try (var db = LevelDb.open(database, settings.levelDb(), true)) {
      var rebuild = new Rebuild(db, room, store(), catalogue);
      var at = ChainPoint.genesis(store());
      var done = new long[] {end().lastOffset()};
      for (var file : segments) {
        at =
            new SegmentFile(file, store())
                .read(
                    at,
                    (block, after, position) -> {
                      rebuild.add(block, after);
                      done[0] += block.events();
                      progress(done[0]);
                      return true;
                    })
                .after();
      }
      rebuild.flush();
    }
  }

  private void anchor(SignedHead head) throws IOException {
    var directory = settings.directory();
    var signing = new SignedHead.Signing(KeyRing.open(directory, settings.keyDirectory()), store());
    try (var anchor = Anchor.open(directory, signing)) {
      anchor.adopt(head);
      anchor.sign(head.point(), outside.clock().millis());
    }
  }
}
