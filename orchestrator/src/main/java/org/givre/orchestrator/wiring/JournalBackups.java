package org.givre.orchestrator.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.givre.journal.store.BackupReport;
import org.givre.journal.store.JournalDamage;
import org.givre.journal.store.JournalRefusal;
import org.givre.journal.store.JournalStopped;
import org.givre.journal.store.JournalStore;
import org.givre.journal.store.Progress;
import org.givre.orchestrator.api.Backups;
import org.iq80.leveldb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backups of a running engine, one at a time, each on a thread of its own. */
final class JournalBackups implements Backups {
  private static final Logger LOG = LoggerFactory.getLogger(JournalBackups.class);

  private final Path root;
  private final Copying copying;
  private final LongSupplier lastOffset;
  private final Supplier<String> ids;
  private final Map<String, Backup> backups = new ConcurrentHashMap<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * Backups.
   *
   * @param root the data directory that the engine holds
   * @param lastOffset about how much there is to copy
   */
  JournalBackups(Path root, Copying copying, LongSupplier lastOffset, Supplier<String> ids) {
    this.root = root;
    this.copying = copying;
    this.lastOffset = lastOffset;
    this.ids = ids;
  }

  /** Of the open journal in the data directory {@code root}. */
  static JournalBackups of(JournalStore journal, Path root, Supplier<String> ids) {
    var copying = new DataBackup(journal, root);
    return new JournalBackups(
        root, (to, progress) -> copying.make(to, false, progress), journal::lastOffset, ids);
  }

  /** How a directory is filled. */
  @FunctionalInterface
  interface Copying {
    BackupReport make(Path to, Progress progress) throws IOException;
  }

  @Override
  public Backup start(Wanted wanted) {
    wanted.dataDirectory().ifPresent(this::requireOurs);
    var directory = wanted.directory();
    requireFree(directory);
    if (!underWay.compareAndSet(false, true)) {
      throw new RefusedException("Another backup is under way. Wait for its end.");
    }
    var backup =
        new Backup(
            ids.get(), directory, State.RUNNING, 0, lastOffset.getAsLong(), Optional.empty());
    note(backup);
    var thread = new Thread(() -> run(backup), "givre-backup");
    thread.setDaemon(true);
    thread.start();
    return backup;
  }

  /** Whoever asks may have found our address in a directory that we do not hold. */
  private void requireOurs(Path dataDirectory) {
    try {
      if (!Files.isSameFile(root, dataDirectory)) {
        throw anothers(dataDirectory);
      }
    } catch (IOException notThere) {
      throw anothers(dataDirectory);
    }
  }

  private RefusedException anothers(Path dataDirectory) {
    return new RefusedException(
        "This engine holds data directory %s, not %s. Ask the one that holds it."
            .formatted(root, dataDirectory));
  }

  private static void requireFree(Path directory) {
    try {
      if (!DataBackup.isFree(directory)) {
        throw new RefusedException(
            "%s is not empty. Give an empty or new directory.".formatted(directory));
      }
    } catch (IOException unreadable) {
      throw new RefusedException("%s cannot be read: %s".formatted(directory, unreadable));
    }
  }

  private void run(Backup backup) {
    try {
      var report =
          copying.make(
              backup.directory(), (done, total) -> note(at(backup, State.RUNNING, done, total)));
      var last = report.lastOffset();
      note(at(backup, State.DONE, last, last));
      LOG.info("backup={} directory={} offset={}", backup.id(), backup.directory(), last);
    } catch (Throwable failed) {
      // Whatever ends the thread is noted first: somebody asks for its end until there is one.
      note(failed(backup, failure(failed)));
      LOG.warn("backup={} directory={} failed", backup.id(), backup.directory(), failed);
    } finally {
      underWay.set(false);
    }
  }

  private static Failure failure(Throwable failed) {
    var explained = String.valueOf(failed.getMessage());
    if (failed instanceof JournalDamage) {
      return new Failure("journal-damaged", explained);
    }
    if (failed instanceof JournalStopped) {
      return new Failure("journal-stopped", explained);
    }
    if (failed instanceof DBException) {
      return new Failure("journal-unreadable", "LevelDB cannot read the journal: " + explained);
    }
    return new Failure(
        "backup-failed", failed instanceof JournalRefusal ? explained : failed.toString());
  }

  private void note(Backup backup) {
    backups.put(backup.id(), backup);
  }

  private static Backup at(Backup backup, State state, long done, long total) {
    return new Backup(backup.id(), backup.directory(), state, done, total, Optional.empty());
  }

  private static Backup failed(Backup backup, Failure why) {
    return new Backup(backup.id(), backup.directory(), State.FAILED, 0, 0, Optional.of(why));
  }

  @Override
  public Optional<Backup> backup(String id) {
    return Optional.ofNullable(backups.get(id));
  }
}
