package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How many changes the snapshots have seen, kept outside of their LevelDB: tells one that lost its
 * end, or all of it, from one that never had more. Written after each change and not synced: after
 * a power cut it may be older than the snapshots, never newer.
 */
final class SnapshotTail implements AutoCloseable {
  static final String FILE = "snapshots-tail";

  private static final int LENGTH = Long.BYTES + Integer.BYTES;

  private final Slots slots;
  private final byte[] store;

  private SnapshotTail(Slots slots, StoreId store) {
    this.slots = slots;
    this.store = store.bytes();
  }

  static SnapshotTail open(Path journal, StoreId store) throws IOException {
    return new SnapshotTail(Slots.open(journal.resolve(FILE), LENGTH), store);
  }

  /** The greatest number of changes that can be read; 0: none. */
  long latest() throws IOException {
    var latest = 0L;
    var slot = 0;
    for (var bytes : slots.read()) {
      if (Checksum.holds(store, bytes)) {
        var changes = new ByteSource(bytes).takeLong();
        if (changes > latest) {
          latest = changes;
          slots.writeNext(1 - slot);
        }
      }
      slot++;
    }
    return latest;
  }

  void write(long changes) throws IOException {
    slots.write(new ByteSink(LENGTH).putLong(changes).putChecksum(store).toBytes());
  }

  @Override
  public void close() throws IOException {
    slots.close();
  }
}
