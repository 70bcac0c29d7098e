package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.iq80.leveldb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the LevelDB of snapshots, also when a power cut has torn what was not yet synced: that is
 * cut off on a copy, and what was saved must be there without it. No chain leads through snapshots,
 * so nothing else may be left out: that would be saved ones.
 */
final class SnapshotOpening {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotOpening.class);

  private final Path journal;
  private final Path database;
  private final LevelDbSettings levelDb;
  private final StoreId store;
  private final long least;

  /**
   * Snapshots that are not open yet.
   *
   * @param least changes that they have seen
   */
  SnapshotOpening(Path journal, LevelDbSettings levelDb, StoreId store, long least) {
    this.journal = journal;
    this.database = journal.resolve(SnapshotDb.DIRECTORY);
    this.levelDb = levelDb;
    this.store = store;
    this.least = least;
  }

  /**
   * Opens them, or makes a place for them.
   *
   * @throws IOException when they cannot be read, or something is missing; they are as they were
   */
  LevelDb open() throws IOException {
    TrialCopy.finish(journal, database);
    requireDatabase();
    try {
      return checked(strict(database));
    } catch (IOException | DBException torn) {
      return neverBegan() ? anew(torn) : withoutTornEnd(torn);
    }
  }

  /** LevelDB would make an empty database where one was taken away. */
  private void requireDatabase() throws IOException {
    if (least > 0 && !Files.exists(database.resolve("CURRENT"))) {
      throw missing(0);
    }
  }

  private IOException missing(long changes) {
    return new IOException(
        "they have seen %d changes where %d were made; some are missing".formatted(changes, least));
  }

  private LevelDb strict(Path directory) throws IOException {
    return LevelDb.open(directory, levelDb, true);
  }

  private LevelDb checked(LevelDb db) throws IOException {
    try {
      var count = SnapshotCount.of(db, store);
      if (count.changes() < least) {
        throw missing(count.changes());
      }
      requireRecords(db, count);
      return db;
    } catch (RuntimeException | IOException wrong) {
      db.close();
      throw wrong;
    }
  }

  /** Where records cannot be read, each is passed over when it is wanted. */
  private static void requireRecords(LevelDb db, SnapshotCount count) throws IOException {
    try {
      if (!count.holds(db)) {
        throw new IOException("some of them are missing, or have come back");
      }
    } catch (DBException damaged) {
      LOG.warn("Some snapshots cannot be read: {}", damaged.getMessage());
    }
  }

  /** LevelDB does not sync the first descriptor of a new database; it writes a log only later. */
  private boolean neverBegan() throws IOException {
    try (var files = Files.list(database)) {
      for (var file : files.toList()) {
        if (TrialCopy.isTable(file) || (isLog(file) && Files.size(file) > 0)) {
          return false;
        }
      }
    }
    return true;
  }

  private LevelDb anew(Exception torn) throws IOException {
    LOG.warn("LevelDB of snapshots was cut short while it was made: {}", torn.getMessage());
    TrialCopy.putAside(journal, database);
    return checked(strict(database));
  }

  private LevelDb withoutTornEnd(Exception torn) throws IOException {
    LOG.warn(
        "LevelDB refuses the log of snapshots; proving what is there without its end: {}",
        torn.getMessage());
    var trial = new TrialCopy(journal, database);
    try {
      trial.make();
      cutLog(trial.path(), torn);
      checked(strict(trial.path())).close();
      trial.adopt();
    } finally {
      trial.delete();
    }
    return checked(strict(database));
  }

  /** Where the descriptor was cut, the log that it wants must be there still. */
  private static void cutLog(Path copy, Exception torn) throws IOException {
    var newest = newestLog(copy);
    var descriptor = Descriptor.of(copy);
    if (newest.isEmpty()
        || descriptor.isEmpty()
        || !Files.exists(log(copy, Descriptor.logNumber(descriptor.get())))) {
      throw new IOException(torn.getMessage(), torn);
    }
    LogFormat.cutTorn(newest.get());
  }

  private static Path log(Path database, long number) {
    return database.resolve("%06d.log".formatted(number));
  }

  private static Optional<Path> newestLog(Path database) throws IOException {
    try (Stream<Path> files = Files.list(database)) {
      return files
          .filter(SnapshotOpening::isLog)
          .max(Comparator.comparing(file -> file.getFileName().toString()));
    }
  }

  private static boolean isLog(Path file) {
    return file.getFileName().toString().matches("[0-9]{6,18}\\.log");
  }
}
