package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.givre.journal.store.JournalRefusal.Reason;
import org.iq80.leveldb.CompressionType;
import org.iq80.leveldb.DB;
import org.iq80.leveldb.DBException;
import org.iq80.leveldb.DBFactory;
import org.iq80.leveldb.Options;
import org.iq80.leveldb.Range;
import org.iq80.leveldb.ReadOptions;
import org.iq80.leveldb.WriteBatch;
import org.iq80.leveldb.WriteOptions;

/**
 * One LevelDB. Native code crashes the process when it is used after it was closed; here such a use
 * throws {@link JournalStopped}, and closing waits for readers.
 */
final class LevelDb implements AutoCloseable {
  private static final WriteOptions SYNC = new WriteOptions().sync(true);

  private final DB db;
  private final LevelDbLog log;
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  private LevelDb(DB db, LevelDbLog log) {
    this.db = db;
    this.log = log;
  }

  /** Takes in entries in the order of their keys; returns whether it wants more. */
  interface Visitor {
    boolean visit(byte[] key, byte[] value);
  }

  /**
   * Opens a database, or makes one.
   *
   * @param strict refuses a log with a record that cannot be read; otherwise it is left out
   * @throws IOException when LevelDB refuses
   */
  static LevelDb open(Path directory, LevelDbSettings settings, boolean strict) throws IOException {
    var options =
        new Options()
            .createIfMissing(true)
            .paranoidChecks(strict)
            .verifyChecksums(true)
            .writeBufferSize(settings.writeBufferBytes())
            .blockSize(settings.blockBytes())
            .cacheSize(settings.cacheBytes())
            .maxOpenFiles(settings.openFiles())
            .compressionType(settings.compress() ? CompressionType.SNAPPY : CompressionType.NONE);
    var isOld = Files.exists(directory.resolve("CURRENT"));
    try {
      var db = factory(settings.factory()).open(directory.toFile(), options);
      var opened = new LevelDb(db, LevelDbLog.of(directory));
      if (!isOld) {
        opened.force(directory);
      }
      return opened;
    } catch (DBException refused) {
      throw new IOException(refused);
    }
  }

  /**
   * LevelDB does not sync the name of a new database's descriptor; until then it is no database.
   */
  private void force(Path directory) throws IOException {
    try {
      DurableFile.forceDirectory(directory);
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  private static DBFactory factory(String className) {
    try {
      return Class.forName(className)
          .asSubclass(DBFactory.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError | ClassCastException missing) {
      throw new JournalRefusal(
          Reason.UNUSABLE,
          "LevelDB's port %s does not load: %s. leveldbjni 1.8 has no library for this kind of machine, or it is not on the class path; see the journal's page on aarch64."
              .formatted(className, missing),
          missing);
    }
  }

  /**
   * Writes a batch; durable when this returns.
   *
   * @throws DBException when it could not be written, or anything has failed before
   */
  void write(Consumer<WriteBatch> filling) {
    during(
        () -> {
          try (var batch = db.createWriteBatch()) {
            filling.accept(batch);
            db.write(batch, SYNC);
            log.requireNoFailure();
            return true;
          } catch (IOException failed) {
            throw new DBException(failed);
          }
        });
  }

  /** Refuses when something has failed in LevelDB's background. */
  void requireNoFailure() throws IOException {
    log.requireNoFailure();
  }

  Optional<byte[]> get(byte[] key) {
    var options = new ReadOptions().verifyChecksums(true);
    return during(() -> Optional.ofNullable(db.get(key, options)));
  }

  /** Visits entries from {@code start} on, as they are now, until the visitor has enough. */
  void scan(byte[] start, boolean cache, Visitor visitor) {
    var options = new ReadOptions().verifyChecksums(true).fillCache(cache);
    during(
        () -> {
          try (var entries = db.iterator(options)) {
            moved(
                () -> {
                  entries.seek(start);
                  return start;
                });
            var more = true;
            while (more && entries.hasNext()) {
              var entry = entries.peekNext();
              more = visitor.visit(entry.getKey(), entry.getValue());
              if (more) {
                moved(entries::next);
              }
            }
            return more;
          } catch (IOException failed) {
            throw new DBException(failed);
          }
        });
  }

  /** The native port's iterators hide LevelDB's complaints in plain runtime exceptions. */
  private static <T> T moved(Supplier<T> move) {
    try {
      return move.get();
    } catch (RuntimeException failed) {
      if (failed.getCause() instanceof IOException complaint) {
        throw new DBException(complaint.getMessage(), complaint);
      }
      throw failed;
    }
  }

  /** About how much disk the entries between two keys take; what is only in the log counts 0. */
  long approximateBytes(byte[] from, byte[] to) {
    return during(() -> db.getApproximateSizes(new Range(from, to))[0]);
  }

  /** LevelDB's own account of its levels, for people. */
  String levels() {
    return during(() -> String.valueOf(db.getProperty("leveldb.stats")));
  }

  private <T> T during(Supplier<T> use) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new JournalStopped("The journal is closed.", null);
      }
      return use.get();
    } finally {
      open.readLock().unlock();
    }
  }

  @Override
  public void close() throws IOException {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        log.close();
        db.close();
      }
    } finally {
      open.writeLock().unlock();
    }
  }
}
