package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.givre.journal.store.JournalRefusal.Reason;
import org.iq80.leveldb.DBException;

/**
 * Opens a store: takes the lock, looks at the format, opens LevelDB, brings the catalogue up to
 * date and verifies the chain from the checkpoint to its end, through the last signed head.
 * Whatever does not fit is a refusal, and nothing is left open.
 */
final class Opening {
  static final String DB = "db";

  private final StoreSettings settings;
  private final StoreListener listener;
  private final RandomGenerator chance;
  private final Opened opened = new Opened();

  Opening(StoreSettings settings, StoreListener listener, RandomGenerator chance) {
    this.settings = settings;
    this.listener = listener;
    this.chance = chance;
  }

  /** Opens the store, or makes one in an empty or new directory. */
  OpenStore open() {
    try {
      return opened();
    } catch (IOException | DBException unusable) {
      opened.close();
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "Journal %s cannot be opened: %s. Check the disk and the directory's permissions."
              .formatted(settings.directory(), unusable),
          unusable);
    } catch (JournalDamage damage) {
      opened.close();
      throw new JournalRefusal(Reason.DAMAGED, String.valueOf(damage.getMessage()), damage);
    } catch (RuntimeException refused) {
      opened.close();
      throw refused;
    }
  }

  private OpenStore opened() throws IOException {
    var directory = settings.directory();
    var isOld = StoreFormat.exists(directory);
    if (isOld) {
      StoreFormat.read(directory);
    }
    Files.createDirectories(directory);
    var lock = opened.add(lock(directory));
    var guard = guard(directory);
    if (!isOld) {
      create(directory);
    }
    var id = StoreFormat.read(directory);
    var keys = KeyRing.open(directory, settings.keyDirectory());
    var anchor = opened.add(Anchor.open(directory, new SignedHead.Signing(keys, id)));
    var tail = opened.add(Tail.open(directory, id));
    var known = new StartProof.Known(anchor.latest(), tail.latest(), isOld);
    var proven = new StartProof(settings, id, known, listener::opening).open();
    opened.add(proven.db());
    return new OpenStore(
        settings,
        lock,
        id,
        keys,
        proven.db(),
        proven.ledger(),
        proven.catalogue(),
        proven.end(),
        anchor,
        tail,
        guard,
        listener);
  }

  /** Takes the lock; refuses when another has it. */
  static OwnerLock lock(Path directory) throws IOException {
    try {
      return OwnerLock.take(directory);
    } catch (OwnerLock.Held held) {
      throw new JournalRefusal(
          Reason.IN_USE,
          "Journal %s is in use by process %s. Stop it first, or give another directory."
              .formatted(directory, held.process()),
          held);
    }
  }

  private DiskGuard guard(Path directory) throws IOException {
    var store = Files.getFileStore(directory);
    var ballast = new Ballast(directory, settings.disk().ballast());
    var guard = new DiskGuard(settings.disk(), store::getUsableSpace, ballast, listener::diskLevel);
    if (guard.check(0) == DiskLevel.FULL) {
      throw new JournalRefusal(
          Reason.DISK_FULL,
          "The disk of journal %s has %d bytes left, and needs %d to begin. Make room."
              .formatted(directory, guard.free(), settings.disk().floor()));
    }
    return guard;
  }

  private void create(Path directory) throws IOException {
    KeyRing.create(directory, settings.keyDirectory());
    var id = StoreId.random(chance);
    var keys = KeyRing.open(directory, settings.keyDirectory());
    try (var anchor = Anchor.open(directory, new SignedHead.Signing(keys, id))) {
      anchor.sign(ChainPoint.genesis(id), 0);
    }
    StoreFormat.write(directory, id);
  }
}
