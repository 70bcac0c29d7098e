package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import org.iq80.leveldb.WriteBatch;

/** Entries of snapshots that come and go at once. Not thread-safe. */
final class SnapshotChange {
  private final List<byte[]> puts = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private final List<byte[]> deletions = new ArrayList<>();

  SnapshotChange put(byte[] key, byte[] value) {
    puts.add(key);
    values.add(value);
    return this;
  }

  SnapshotChange delete(byte[] key) {
    deletions.add(key);
    return this;
  }

  SnapshotChange deleteAll(List<byte[]> keys) {
    deletions.addAll(keys);
    return this;
  }

  void fill(WriteBatch batch) {
    deletions.forEach(batch::delete);
    for (var i = 0; i < puts.size(); i++) {
      batch.put(puts.get(i), values.get(i));
    }
  }

  /** Keys of records that a database gains or loses by it. */
  List<byte[]> changedRecords(LevelDb db) {
    var changed = new ArrayList<byte[]>();
    for (var key : puts) {
      if (isRecord(key) && db.get(key).isEmpty()) {
        changed.add(key);
      }
    }
    for (var key : deletions) {
      if (isRecord(key) && db.get(key).isPresent()) {
        changed.add(key);
      }
    }
    return changed;
  }

  private static boolean isRecord(byte[] key) {
    return SnapshotKeys.startsWith(SnapshotKeys.allRecords(), key);
  }
}
