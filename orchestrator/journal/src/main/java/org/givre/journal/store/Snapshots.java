package org.givre.journal.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.givre.journal.store.ByteSource.Malformed;
import org.iq80.leveldb.DBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots of states beside a journal, durable when saved. They only spare replays: one that is
 * damaged is passed over for an older one, or for none, as long as the journal still replays what
 * it had in it. Thread-safe; one save at a time.
 */
public final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  /**
   * Greater contents are written in pieces: LevelDB holds a piece four times in memory, and makes
   * its tables that much longer than its write buffer.
   */
  static final int CHUNK = 1 << 20;

  private final OpenStore journal;
  private final SnapshotDb db;
  private final byte[] store;
  private final ReentrantLock changing = new ReentrantLock();

  private Snapshots(OpenStore journal, SnapshotDb db) {
    this.journal = journal;
    this.db = db;
    this.store = journal.id().bytes();
  }

  /**
   * Opens the snapshots beside a journal; they must be closed before it.
   *
   * @throws JournalRefusal when they cannot be read, or some are missing
   */
  public static Snapshots open(JournalStore journal) {
    var open = journal.internals();
    var db = SnapshotDb.open(open.settings(), open.id(), journal::stop);
    journal.attach(db);
    return new Snapshots(open, db);
  }

  /**
   * Saves a snapshot, in place of one with the same sequence number.
   *
   * @throws IllegalStateException when the disk has no room for it beside the journal
   */
  public void save(StoredSnapshot snapshot) {
    requireRoom(snapshot.content().length);
    changing.lock();
    try {
      var record = record(snapshot, db.nextChange());
      for (var index = 0; index < record.chunks() - 1; index++) {
        begin(snapshot, record, index);
      }
      finish(snapshot, record);
    } finally {
      changing.unlock();
    }
  }

  private void requireRoom(long bytes) {
    var left = journal.guard().free() - 3 * bytes;
    if (left < journal.settings().disk().stopBelow()) {
      throw new IllegalStateException(
          "A snapshot of %d bytes is not saved: the disk has %d bytes left, which the journal may need. Make room."
              .formatted(bytes, journal.guard().free()));
    }
  }

  private SnapshotRecord record(StoredSnapshot snapshot, long save) {
    var name = snapshot.name();
    return new SnapshotRecord(
        name.timestampMillis(),
        save,
        highest(name.persistenceId()) >= name.sequenceNumber(),
        snapshot.content().length,
        CHUNK,
        snapshot.head());
  }

  private long highest(String persistenceId) {
    return journal.catalogue().owner(persistenceId).map(Owner::highest).orElse(0L);
  }

  private void begin(StoredSnapshot snapshot, SnapshotRecord record, int index) {
    var key = SnapshotKeys.chunk(snapshot.name(), record.save(), index);
    db.change(
        new SnapshotChange()
            .put(SnapshotKeys.unfinished(snapshot.name(), record.save()), new byte[0])
            .put(key, chunk(snapshot.content(), index, key)));
  }

  private byte[] chunk(byte[] content, int index, byte[] key) {
    var from = index * CHUNK;
    var length = Math.min(CHUNK, content.length - from);
    return new ByteSink(length + Integer.BYTES)
        .putBytes(content, from, length)
        .putChecksum(WriteRecord.seed(store, key))
        .toBytes();
  }

  private void finish(StoredSnapshot snapshot, SnapshotRecord record) {
    var name = snapshot.name();
    var last = record.chunks() - 1;
    var lastKey = SnapshotKeys.chunk(name, record.save(), last);
    var old = db.keys(SnapshotKeys.chunks(name));
    old.removeIf(key -> SnapshotKeys.startsWith(SnapshotKeys.chunks(name, record.save()), key));
    var key = SnapshotKeys.record(name.persistenceId(), name.sequenceNumber());
    db.change(
        new SnapshotChange()
            .deleteAll(old)
            .delete(SnapshotKeys.unfinished(name, record.save()))
            .put(lastKey, chunk(snapshot.content(), last, lastKey))
            .put(key, record.encode(WriteRecord.seed(store, key))));
  }

  /** A record that was found; without a record when it is damaged. */
  private record Found(SnapshotName name, Optional<SnapshotRecord> record) {}

  /**
   * The newest snapshot of a range that is whole.
   *
   * @throws SnapshotDamage when damaged ones had events in them that are no longer replayed, or a
   *     snapshot is ahead of the journal
   */
  public Optional<StoredSnapshot> load(String persistenceId, SnapshotRange range) {
    var damaged = false;
    try {
      for (var found : find(persistenceId, range)) {
        var whole = whole(found);
        if (whole.isPresent()) {
          requireReplayable(persistenceId, damaged, found.name().sequenceNumber());
          return whole;
        }
        damaged = true;
      }
    } catch (DBException unreadable) {
      LOG.warn("Snapshots cannot be read: persistenceId={}", persistenceId, unreadable);
      damaged = true;
    }
    requireReplayable(persistenceId, damaged, 0);
    return Optional.empty();
  }

  /** Newest first. */
  private List<Found> find(String persistenceId, SnapshotRange range) {
    var prefix = SnapshotKeys.records(persistenceId);
    var all = new ArrayList<Found>();
    db.scan(
        SnapshotKeys.record(persistenceId, range.toSequenceNumber()),
        (key, value) -> {
          var isOne =
              SnapshotKeys.startsWith(prefix, key)
                  && SnapshotKeys.sequenceNumber(key) >= range.fromSequenceNumber();
          if (isOne) {
            all.add(found(persistenceId, key, value));
          }
          return isOne;
        });
    all.removeIf(
        found -> found.record().isPresent() && !range.hasTime(found.name().timestampMillis()));
    return all;
  }

  private Found found(String persistenceId, byte[] key, byte[] value) {
    var sequenceNumber = SnapshotKeys.sequenceNumber(key);
    try {
      var record = SnapshotRecord.parse(WriteRecord.seed(store, key), value);
      return new Found(
          new SnapshotName(persistenceId, sequenceNumber, record.timestampMillis()),
          Optional.of(record));
    } catch (Malformed malformed) {
      return new Found(new SnapshotName(persistenceId, sequenceNumber, 0), Optional.empty());
    }
  }

  private Optional<StoredSnapshot> whole(Found found) {
    try {
      var record = found.record().orElseThrow(() -> new Malformed("its record is damaged"));
      requireInJournal(found.name(), record);
      return Optional.of(
          new StoredSnapshot(found.name(), record.head(), content(found.name(), record)));
    } catch (Malformed | DBException damage) {
      LOG.warn(
          "A snapshot is damaged and passed over: persistenceId={} sequenceNumber={} {}",
          found.name().persistenceId(),
          found.name().sequenceNumber(),
          damage.getMessage());
      return Optional.empty();
    }
  }

  private void requireInJournal(SnapshotName name, SnapshotRecord record) {
    var highest = highest(name.persistenceId());
    if (record.isBacked() && highest < name.sequenceNumber()) {
      throw new SnapshotDamage(
          "The journal has events of %s up to %d, and there is a snapshot of %d: the journal has lost events. Restore it and its snapshots from one backup."
              .formatted(name.persistenceId(), highest, name.sequenceNumber()),
          null);
    }
  }

  private byte[] content(SnapshotName name, SnapshotRecord record) {
    var content = new byte[Math.toIntExact(record.length())];
    for (var index = 0; index < record.chunks(); index++) {
      var key = SnapshotKeys.chunk(name, record.save(), index);
      var chunk = db.get(key).orElseThrow(() -> new Malformed("a piece of it is missing"));
      var from = index * record.chunk();
      var length = Math.min(record.chunk(), content.length - from);
      if (chunk.length != length + Integer.BYTES
          || !Checksum.holds(WriteRecord.seed(store, key), chunk)) {
        throw new Malformed("a piece of it has a wrong checksum");
      }
      System.arraycopy(chunk, 0, content, from, length);
    }
    return content;
  }

  /** What a damaged snapshot had in it must come from events. */
  private void requireReplayable(String persistenceId, boolean damaged, long sequenceNumber) {
    var deletedTo = journal.catalogue().owner(persistenceId).map(Owner::deletedTo).orElse(0L);
    if (damaged && deletedTo > sequenceNumber) {
      throw new SnapshotDamage(
          "Snapshots of %s are damaged, and events up to %d are deleted: its state is not known. Restore the journal and its snapshots from a backup."
              .formatted(persistenceId, deletedTo),
          null);
    }
  }

  /** Deletes a snapshot; none is there, or its timestamp is another: nothing. */
  public void delete(SnapshotName name) {
    var time = name.timestampMillis();
    var range = SnapshotRange.at(name.sequenceNumber());
    delete(
        name.persistenceId(),
        time == 0
            ? range
            : new SnapshotRange(name.sequenceNumber(), name.sequenceNumber(), time, time));
  }

  /** Deletes all snapshots of a range; a damaged one only when its time does not matter. */
  public void delete(String persistenceId, SnapshotRange range) {
    changing.lock();
    try {
      var keys = new ArrayList<byte[]>();
      for (var found : find(persistenceId, range)) {
        if (found.record().isPresent() || range.toMillis() == Long.MAX_VALUE) {
          keys.add(SnapshotKeys.record(persistenceId, found.name().sequenceNumber()));
          keys.addAll(db.keys(SnapshotKeys.chunks(found.name())));
        }
      }
      if (!keys.isEmpty()) {
        db.change(new SnapshotChange().deleteAll(keys));
      }
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    db.close();
  }
}
