package org.givre.bench.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.fusesource.leveldbjni.JniDBFactory;
import org.iq80.leveldb.Options;

/** Looks into a store of ours that is closed, past its code. */
final class LedgerBlocks {
  private static final int KEY_LENGTH = 13;

  private LedgerBlocks() {}

  /** Events in a block, on average, of those between two offsets. */
  static double averageEvents(Path journal, long first, long last) throws IOException {
    var blocks = 0L;
    try (var db = JniDBFactory.factory.open(journal.resolve("db").toFile(), new Options());
        var entries = db.iterator()) {
      entries.seek(ByteBuffer.allocate(KEY_LENGTH).put((byte) 'L').putLong(first).array());
      while (entries.hasNext()) {
        var key = entries.next().getKey();
        if (key[0] != 'L' || ByteBuffer.wrap(key).getLong(1) > last) {
          break;
        }
        blocks++;
      }
    }
    return (last - first + 1.0) / Math.max(1, blocks);
  }
}
