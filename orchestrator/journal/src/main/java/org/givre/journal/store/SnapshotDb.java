package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.givre.journal.store.JournalRefusal.Reason;
import org.iq80.leveldb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The LevelDB of snapshots, whose changes are counted in it and outside of it. The first failed
 * change is the last, and stops the journal: it is on the same disk. Changes come from one thread
 * at a time; reads from any.
 */
final class SnapshotDb implements AutoCloseable {
  static final String DIRECTORY = "snapshots";

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotDb.class);

  private final LevelDb db;
  private final SnapshotTail tail;
  private final byte[] store;
  private final Consumer<Throwable> listener;
  private SnapshotCount count;
  private Optional<RuntimeException> failed = Optional.empty();

  private SnapshotDb(LevelDb db, SnapshotTail tail, StoreId store, Consumer<Throwable> listener) {
    this.db = db;
    this.tail = tail;
    this.store = store.bytes();
    this.listener = listener;
    this.count = SnapshotCount.of(db, store);
  }

  /**
   * Opens the snapshots of a journal, or makes a place for them.
   *
   * @param listener told when a change has failed
   * @throws JournalRefusal when they cannot be read, or some are missing
   */
  static SnapshotDb open(StoreSettings settings, StoreId store, Consumer<Throwable> listener) {
    var opened = new Opened();
    var directory = settings.directory();
    try {
      var tail = opened.add(SnapshotTail.open(directory, store));
      var opening =
          new SnapshotOpening(directory, settings.levelDb().forSnapshots(), store, tail.latest());
      var snapshots = new SnapshotDb(opened.add(opening.open()), tail, store, listener);
      snapshots.clearUnfinished();
      return snapshots;
    } catch (IOException | DBException unreadable) {
      opened.close();
      throw refusal(directory, String.valueOf(unreadable.getMessage()), unreadable);
    } catch (RuntimeException refused) {
      opened.close();
      throw refused;
    }
  }

  private static JournalRefusal refusal(Path directory, String what, Exception cause) {
    return new JournalRefusal(
        Reason.DAMAGED,
        "The snapshots of journal %s cannot be used: %s. Restore them from a backup. If no events were ever deleted, all states can be made from events: then remove %s and %s."
            .formatted(directory, what, DIRECTORY, SnapshotTail.FILE),
        cause);
  }

  /** What a save has left that was cut short; where it cannot be read it stays, and is no harm. */
  private void clearUnfinished() {
    var left = unfinished();
    if (!left.isEmpty()) {
      change(new SnapshotChange().deleteAll(left));
    }
  }

  private List<byte[]> unfinished() {
    var left = new ArrayList<byte[]>();
    try {
      for (var mark : keys(SnapshotKeys.allUnfinished())) {
        left.add(mark);
        left.addAll(keys(SnapshotKeys.chunksOfUnfinished(mark)));
      }
    } catch (DBException damaged) {
      LOG.warn(
          "What is left of unfinished saves cannot be read, and stays: {}", damaged.getMessage());
    }
    return left;
  }

  /** Keys that begin with {@code prefix}. */
  List<byte[]> keys(byte[] prefix) {
    var found = new ArrayList<byte[]>();
    db.scan(
        prefix,
        false,
        (key, value) -> {
          var isOne = SnapshotKeys.startsWith(prefix, key);
          if (isOne) {
            found.add(key);
          }
          return isOne;
        });
    return found;
  }

  void scan(byte[] start, LevelDb.Visitor visitor) {
    db.scan(start, false, visitor);
  }

  Optional<byte[]> get(byte[] key) {
    return db.get(key);
  }

  /** Number that the next change will have. */
  long nextChange() {
    return count.changes() + 1;
  }

  /**
   * Makes a change; durable when this returns.
   *
   * @throws DBException when what is there cannot be read; then nothing was changed
   */
  void change(SnapshotChange change) {
    if (failed.isPresent()) {
      throw new JournalStopped("Snapshots are not written any more.", failed.get());
    }
    var next = count.next(change.changedRecords(db));
    try {
      db.write(
          batch -> {
            change.fill(batch);
            batch.put(SnapshotKeys.changes(), next.encode(store));
          });
      tail.write(next.changes());
      count = next;
    } catch (JournalStopped closed) {
      throw closed;
    } catch (IOException broken) {
      throw failed(new UncheckedIOException(broken));
    } catch (RuntimeException broken) {
      throw failed(broken);
    }
  }

  private RuntimeException failed(RuntimeException broken) {
    failed = Optional.of(broken);
    listener.accept(broken);
    return broken;
  }

  @Override
  public void close() throws IOException {
    try (db;
        tail) {
      // Closed in reverse order, each even when the other fails.
    }
  }
}
