package org.givre.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The oldest part of the ledger, moved out of LevelDB into files. Records in LevelDB say which; a
 * file without a record does not count. Whatever is read here is verified: all of a file when it is
 * first used, and each block with its link whenever it is read. Thread-safe.
 */
final class Archive {
  static final String DIRECTORY = "archive";

  private static final Comparator<ChainPoint> CHAIN =
      Comparator.comparingLong(ChainPoint::lastOffset).thenComparingInt(ChainPoint::run);

  /** Of files whose inside is remembered; some 30 kB each. */
  private static final int INDEXES = 64;

  /** One place for so many bytes of a file is remembered. */
  private static final int INDEX_STEP = 1 << 16;

  private final Path journal;
  private final Path directory;
  private final StoreId store;
  private final NavigableMap<ChainPoint, Segment> byEnd = new ConcurrentSkipListMap<>(CHAIN);
  private final Map<String, List<Mark>> indexes =
      new LinkedHashMap<>(INDEXES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Mark>> eldest) {
          return size() > INDEXES;
        }
      };

  private volatile ChainPoint end;
  private volatile int count;

  Archive(Path journal, StoreId store) {
    this.journal = journal;
    this.directory = journal.resolve(DIRECTORY);
    this.store = store;
    this.end = ChainPoint.genesis(store);
  }

  /** Where a block is in a file. */
  private record Mark(ChainPoint before, long position) {}

  /**
   * Reads which segments there are.
   *
   * @throws JournalDamage when a record is damaged or missing between two, or a file is missing
   */
  static Archive load(LevelDb db, Path journal, StoreId store) {
    var archive = new Archive(journal, store);
    archive.readRecords(db);
    archive.byEnd.values().forEach(archive::requireFile);
    return archive;
  }

  /**
   * Reads which segments there are, and looks at no file.
   *
   * @throws JournalDamage when a record is damaged or missing; those before it are known then
   */
  void readRecords(LevelDb db) {
    Ledger.reading(1, () -> db.scan(KeyLayout.segments(), false, this::loaded));
  }

  private boolean loaded(byte[] key, byte[] value) {
    if (!KeyLayout.isSegment(key)) {
      return false;
    }
    try {
      publish(Segment.parse(WriteRecord.seed(store.bytes(), key), value));
      return true;
    } catch (ByteSource.Malformed malformed) {
      throw JournalDamage.at(end.lastOffset() + 1, String.valueOf(malformed.getMessage()));
    }
  }

  private void requireFile(Segment segment) {
    try {
      if (Files.size(file(segment)) != segment.fileBytes()) {
        throw damage(segment, "has not %d bytes".formatted(segment.fileBytes()));
      }
    } catch (IOException missing) {
      throw damage(segment, "cannot be read (%s)".formatted(missing));
    }
  }

  private static JournalDamage damage(Segment segment, String what) {
    return JournalDamage.at(
        segment.firstOffset(), "file %s of its archive %s".formatted(segment.fileName(), what));
  }

  Path directory() {
    return directory;
  }

  /** Makes the directory, durably. */
  void make() throws IOException {
    Files.createDirectories(directory);
    DurableFile.forceDirectory(journal);
  }

  Path file(Segment segment) {
    return directory.resolve(segment.fileName());
  }

  /** Where the chain leaves the archive and goes on in LevelDB. */
  ChainPoint end() {
    return end;
  }

  /** How many segments there are; changes whenever the archive does. */
  int count() {
    return count;
  }

  List<Segment> segments() {
    return List.copyOf(byEnd.values());
  }

  long bytes() {
    return byEnd.values().stream().mapToLong(Segment::fileBytes).sum();
  }

  /** From here on readers look into the segment, and no longer into LevelDB. */
  void publish(Segment segment) {
    if (!segment.before().equals(end)) {
      throw JournalDamage.at(
          end.lastOffset() + 1, "no segment of its archive begins there, and later ones do");
    }
    byEnd.put(segment.after(), segment);
    end = segment.after();
    count = byEnd.size();
  }

  /** Whether a block that ends at that place is here. */
  boolean covers(long lastOffset, int run) {
    var last = end;
    return lastOffset < last.lastOffset()
        || (lastOffset == last.lastOffset() && run <= last.run() && !last.isGenesis());
  }

  /**
   * Visits blocks that end at a place or after it, in their order.
   *
   * @return whether the visitor wants more than there is
   * @throws JournalDamage where a file is missing or damaged
   */
  boolean scan(long lastOffset, int run, Ledger.Visitor visitor) {
    var start = new ChainPoint(lastOffset, run, new byte[0]);
    var more = true;
    for (var segment = byEnd.ceilingEntry(start); more && segment != null; ) {
      more = scan(segment.getValue(), start, visitor);
      segment = byEnd.higherEntry(segment.getKey());
    }
    return more;
  }

  private boolean scan(Segment segment, ChainPoint start, Ledger.Visitor visitor) {
    var mark = mark(segment, start);
    return new SegmentFile(file(segment), store)
        .readFrom(
            mark.before(),
            mark.position(),
            (block, after, position) ->
                CHAIN.compare(after, start) < 0 || visitor.visit(block, after));
  }

  /** The last mark before every block that ends at {@code start} or after it. */
  private Mark mark(Segment segment, ChainPoint start) {
    var marks = index(segment);
    var found = marks.get(0);
    for (var mark : marks) {
      if (CHAIN.compare(mark.before(), start) >= 0) {
        break;
      }
      found = mark;
    }
    return found;
  }

  private synchronized List<Mark> index(Segment segment) {
    return indexes.computeIfAbsent(segment.fileName(), name -> verified(segment));
  }

  private List<Mark> verified(Segment segment) {
    var marks = new ArrayList<Mark>();
    marks.add(new Mark(segment.before(), SegmentWriter.HEADER));
    verify(
        segment,
        (block, after, position) -> {
          var next = position + Integer.BYTES + block.bytes().length;
          if (next - marks.get(marks.size() - 1).position() >= INDEX_STEP) {
            marks.add(new Mark(after, next));
          }
          return true;
        });
    return marks;
  }

  /**
   * Reads all of a file.
   *
   * @throws JournalDamage when it is not the one that the record names
   */
  void verify(Segment segment, SegmentFile.Visitor visitor) {
    var read = new SegmentFile(file(segment), store).read(segment.before(), visitor);
    if (!read.after().equals(segment.after())
        || !Arrays.equals(read.fileHash(), segment.fileHash())) {
      throw damage(segment, "is another one than its record says");
    }
  }
}
