package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iq80.leveldb.DBException;

/**
 * Goes through a ledger that may be damaged: visits every block that can be read, tells of each
 * place where the chain breaks, and goes on behind it.
 */
final class Salvage {
  /** Higher offsets are not looked for behind unreadable tables. */
  private static final long FARTHEST = 1L << 40;

  private final LevelDb db;
  private final byte[] store;
  private final Ledger ledger;
  private final Archive archive;
  private final List<Gap> gaps = new ArrayList<>();
  private ChainPoint at;

  /** Whether a place to go on was found before by looking for it. */
  private boolean foundInLevelDb;

  Salvage(LevelDb db, StoreId store, Ledger ledger) {
    this.db = db;
    this.store = store.bytes();
    this.ledger = ledger;
    this.archive = ledger.archive();
    this.at = ChainPoint.genesis(store);
  }

  /** Offsets between which nothing could be visited. */
  record Gap(long after, long before) {
    boolean contains(long offset) {
      return offset > after && offset < before;
    }
  }

  /**
   * Where to go on.
   *
   * @param before where the chain is said to be before the next block
   * @param lastOffset of the next block, or less
   * @param run of the next block, or less
   */
  private record Start(ChainPoint before, long lastOffset, int run) {
    private static Start after(ChainPoint point) {
      return new Start(point, point.lastOffset(), point.isGenesis() ? 0 : point.run() + 1);
    }

    private boolean isBefore(byte[] key) {
      var offset = KeyLayout.lastOffset(key);
      return lastOffset < offset || (lastOffset == offset && run < KeyLayout.run(key));
    }
  }

  /** Visits blocks in their order; returns where the last of them leads. */
  ChainPoint walk(Ledger.Visitor visitor, Consumer<JournalDamage> broken) {
    var next = Optional.of(Start.after(at));
    while (next.isPresent()) {
      next = on(next.get(), visitor, broken);
    }
    return at;
  }

  private Optional<Start> on(Start from, Ledger.Visitor visitor, Consumer<JournalDamage> broken) {
    at = from.before();
    var visited = new boolean[1];
    try {
      ledger.follow(
          at,
          from.lastOffset(),
          from.run(),
          (block, after) -> {
            at = after;
            visited[0] = true;
            return visitor.visit(block, after);
          });
      return Optional.empty();
    } catch (JournalDamage damage) {
      var resumed = archive.end().isAfter(at) ? inArchive() : inLevelDb(visited[0], from);
      var before = resumed.map(start -> start.before().lastOffset() + 1).orElse(Long.MAX_VALUE);
      gaps.add(new Gap(at.lastOffset(), before));
      broken.accept(damage);
      return resumed;
    }
  }

  /** Whether nothing could be visited at that offset. */
  boolean isInGap(long offset) {
    return gaps.stream().anyMatch(gap -> gap.contains(offset));
  }

  /** Where the next file begins, or LevelDB's part. */
  private Optional<Start> inArchive() {
    return Optional.of(
        Start.after(
            archive.segments().stream()
                .map(Segment::before)
                .filter(point -> point.isAfter(at))
                .findFirst()
                .orElse(archive.end())));
  }

  /**
   * Where the next block is that can be read. A place at which going on failed at once, though a
   * block was found there, is not found again.
   */
  private Optional<Start> inLevelDb(boolean visited, Start from) {
    var stuck = foundInLevelDb && !visited;
    var search = new Search(stuck ? from : Start.after(at), stuck);
    search.run();
    foundInLevelDb = true;
    return search.found;
  }

  /** Looks for a block behind what cannot be read. */
  private final class Search {
    private final Start from;
    private final boolean excludes;
    private Optional<Start> found = Optional.empty();

    Search(Start from, boolean excludes) {
      this.from = from;
      this.excludes = excludes;
    }

    void run() {
      if (!readable(from.lastOffset(), from.run())) {
        beyond(from.lastOffset());
      }
    }

    /** LevelDB cannot tell where its next readable entry is: doubles the step, then halves it. */
    private void beyond(long lastOffset) {
      var step = 1L;
      while (step < FARTHEST && !readable(lastOffset + step, 0)) {
        step *= 2;
      }
      for (var bad = step / 2; step - bad > 1; ) {
        var middle = (step + bad) / 2;
        if (readable(lastOffset + middle, 0)) {
          step = middle;
        } else {
          bad = middle;
        }
      }
      found = Optional.empty();
      readable(lastOffset + step, 0);
    }

    private boolean readable(long lastOffset, int run) {
      found = Optional.empty();
      try {
        db.scan(KeyLayout.block(lastOffset, run), false, this::next);
        return true;
      } catch (DBException unreadable) {
        return found.isPresent();
      }
    }

    private boolean next(byte[] key, byte[] value) {
      if (!KeyLayout.isBlock(key)) {
        return false;
      }
      try {
        var block = Block.parse(store, value);
        if (block.lastOffset() == KeyLayout.lastOffset(key) && (!excludes || from.isBefore(key))) {
          found = Optional.of(start(block, KeyLayout.run(key)));
        }
      } catch (ByteSource.Malformed damaged) {
        return true;
      }
      return found.isEmpty();
    }

    /** The run before a block with events is not known; it is not needed either. */
    private Start start(Block block, int run) {
      var before =
          new ChainPoint(block.firstOffset() - 1, Math.max(0, run - 1), block.predecessor());
      return new Start(before, block.lastOffset(), run);
    }
  }
}
