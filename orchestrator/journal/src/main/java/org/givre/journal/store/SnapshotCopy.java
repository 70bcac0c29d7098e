package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies snapshots as they are at one moment into a new LevelDB; saves go on meanwhile. */
final class SnapshotCopy implements AutoCloseable {
  /** Synced at once; one piece of a snapshot has up to 4 MiB. */
  private static final long BATCH_BYTES = 8L << 20;

  private final LevelDb to;
  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private long bytes;

  SnapshotCopy(Path directory, LevelDbSettings settings) throws IOException {
    this.to = LevelDb.open(directory, settings, true);
  }

  /** Visits all entries of a LevelDB; see {@link LevelDb#scan}. */
  interface Source {
    void scan(byte[] start, LevelDb.Visitor visitor);
  }

  void copy(Source from) {
    from.scan(
        new byte[0],
        (key, value) -> {
          keys.add(key);
          values.add(value);
          bytes += value.length;
          if (bytes >= BATCH_BYTES) {
            flush();
          }
          return true;
        });
    flush();
  }

  private void flush() {
    to.write(
        batch -> {
          for (var i = 0; i < keys.size(); i++) {
            batch.put(keys.get(i), values.get(i));
          }
        });
    keys.clear();
    values.clear();
    bytes = 0;
  }

  @Override
  public void close() throws IOException {
    to.close();
  }
}
