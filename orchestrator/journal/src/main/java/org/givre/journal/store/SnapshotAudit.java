package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import org.givre.journal.store.Finding.Kind;
import org.iq80.leveldb.DBException;

/** Looks whether every snapshot can be read: what is said of it, and each piece. */
final class SnapshotAudit {
  private final LevelDb db;
  private final byte[] store;
  private final SnapshotCount count;
  private final Findings findings;

  SnapshotAudit(LevelDb db, StoreId store, Findings findings) {
    this.db = db;
    this.store = store.bytes();
    this.count = SnapshotCount.of(db, store);
    this.findings = findings;
  }

  /** A record under its key. */
  private record Found(byte[] key, byte[] value) {}

  void run(Progress progress) {
    var records = new ArrayList<Found>();
    try {
      db.scan(SnapshotKeys.allRecords(), false, (key, value) -> gather(key, value, records));
      if (!count.holds(db)) {
        findings.add(Kind.SNAPSHOT, 0, "some snapshots are missing, or have come back");
      }
    } catch (DBException unreadable) {
      findings.add(
          Kind.SNAPSHOT, 0, "snapshots cannot be read: %s".formatted(unreadable.getMessage()));
    }
    for (var checked = 0; checked < records.size(); checked++) {
      check(records.get(checked));
      progress.at(checked + 1, records.size());
    }
  }

  private static boolean gather(byte[] key, byte[] value, List<Found> records) {
    var isOne = SnapshotKeys.startsWith(SnapshotKeys.allRecords(), key);
    if (isOne) {
      records.add(new Found(key, value));
    }
    return isOne;
  }

  private void check(Found found) {
    var persistenceId = SnapshotKeys.persistenceId(found.key());
    var sequenceNumber = SnapshotKeys.sequenceNumber(found.key());
    try {
      var record = SnapshotRecord.parse(WriteRecord.seed(store, found.key()), found.value());
      var name = new SnapshotName(persistenceId, sequenceNumber, record.timestampMillis());
      for (var index = 0; index < record.chunks(); index++) {
        requireChunk(SnapshotKeys.chunk(name, record.save(), index));
      }
    } catch (ByteSource.Malformed | DBException damage) {
      findings.add(
          Kind.SNAPSHOT,
          0,
          "the snapshot of %s at event %d cannot be read: %s"
              .formatted(persistenceId, sequenceNumber, damage.getMessage()));
    }
  }

  private void requireChunk(byte[] key) {
    var chunk = db.get(key);
    if (chunk.isEmpty()) {
      throw new ByteSource.Malformed("a piece of it is missing");
    }
    if (!Checksum.holds(WriteRecord.seed(store, key), chunk.get())) {
      throw new ByteSource.Malformed("a piece of it has a wrong checksum");
    }
  }
}
