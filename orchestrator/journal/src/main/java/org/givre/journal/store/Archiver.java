package org.givre.journal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the oldest blocks out of LevelDB into a file, in steps of which each may be the last:
 *
 * <ol>
 *   <li>The file is written beside its name, synced, renamed. Without a record it does not count,
 *       and the next attempt writes over it.
 *   <li>It is read back and verified. Readers look into it from now on.
 *   <li>One synced batch adds its record to LevelDB and removes its blocks from there.
 * </ol>
 *
 * One thread at a time.
 */
final class Archiver {
  private final LevelDb db;
  private final StoreId store;
  private final Archive archive;
  private final ArchiveSettings settings;
  private final Ledger ledger;

  Archiver(OpenStore open) {
    this.db = open.db();
    this.store = open.id();
    this.archive = open.ledger().archive();
    this.settings = open.settings().archive();
    this.ledger = open.ledger();
  }

  /**
   * Moves one segment, when enough is there.
   *
   * @param anchored the last signed head; what comes after it is not moved
   * @return whether one was moved
   */
  boolean round(ChainPoint anchored) throws IOException {
    var movable = anchored.lastOffset() - settings.keepEvents() - archive.end().lastOffset();
    if (settings.isOff() || movable < settings.segmentEvents()) {
      return false;
    }
    archive.make();
    move(written(anchored));
    return true;
  }

  /** A file and the keys of its blocks. */
  private record Written(Segment segment, List<byte[]> keys) {}

  private Written written(ChainPoint anchored) throws IOException {
    var upTo = archive.end().lastOffset() + settings.segmentEvents();
    var keys = new ArrayList<byte[]>();
    try (var writer = SegmentWriter.begin(archive.directory(), store, archive.end())) {
      ledger.follow(
          archive.end(),
          (block, after) -> {
            if (after.isAfter(anchored)) {
              return false;
            }
            add(writer, block, after);
            keys.add(after.key());
            return after.lastOffset() < upTo && writer.size() < ArchiveSettings.SEGMENT_BYTES;
          });
      return new Written(writer.finish(), keys);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed);
    }
  }

  static void add(SegmentWriter writer, Block block, ChainPoint after) {
    try {
      writer.add(block, after);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void move(Written written) {
    var segment = written.segment();
    archive.verify(segment, (block, after, position) -> true);
    archive.publish(segment);
    var key = KeyLayout.segment(segment.after());
    db.write(
        batch -> {
          batch.put(key, segment.encode(WriteRecord.seed(store.bytes(), key)));
          written.keys().forEach(batch::delete);
        });
  }
}
