package org.givre.journal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iq80.leveldb.DBException;

/**
 * Reads the ledger: every block in the order in which it became durable, from the archive's files
 * and then from LevelDB. Thread-safe.
 */
final class Ledger {
  private final LevelDb db;
  private final byte[] store;
  private final Archive archive;

  Ledger(LevelDb db, StoreId store, Archive archive) {
    this.db = db;
    this.store = store.bytes();
    this.archive = archive;
  }

  Archive archive() {
    return archive;
  }

  /** Takes in blocks, each with the point that the chain has come to by it; says if it wants on. */
  interface Visitor {
    boolean visit(Block block, ChainPoint after);
  }

  /** Takes in blocks, each with the key under which it is found; says if it wants on. */
  private interface Finder {
    boolean found(byte[] key, Block block);
  }

  /**
   * Follows the chain of blocks after {@code point} and checks every link of it; returns where it
   * ends.
   *
   * @throws JournalDamage where a block is missing, is changed, or does not follow
   */
  ChainPoint follow(ChainPoint point, Visitor visitor) {
    var run = point.isGenesis() ? 0 : point.run() + 1;
    return follow(point, point.lastOffset(), run, visitor);
  }

  /** The same, where the next block is known to end at a place or after it. */
  ChainPoint follow(ChainPoint point, long fromLastOffset, int fromRun, Visitor visitor) {
    var chain = new Chain(point, visitor);
    new Scan(point.lastOffset(), chain::next).go(fromLastOffset, fromRun, false);
    return chain.at;
  }

  /**
   * Goes through the archive and then through LevelDB; back to the archive when that has grown
   * meanwhile, since then LevelDB no longer has what was moved.
   */
  private final class Scan {
    private final Finder finder;
    private long reached;
    private long lastOffset;
    private int run;
    private boolean more = true;

    /**
     * A scan that has not begun.
     *
     * @param reached offset before the first that is wanted
     */
    Scan(long reached, Finder finder) {
      this.reached = reached;
      this.finder = finder;
    }

    /** Finds blocks that end at a place or after it. */
    void go(long fromLastOffset, int fromRun, boolean cache) {
      lastOffset = fromLastOffset;
      run = fromRun;
      int seen;
      do {
        seen = archive.count();
        more = archive.scan(lastOffset, run, (block, after) -> take(after.key(), block));
        if (more) {
          database(seen, cache);
        }
      } while (more && archive.count() != seen);
    }

    private void database(int seen, boolean cache) {
      try {
        db.scan(
            KeyLayout.block(lastOffset, run),
            cache,
            (key, value) -> {
              if (!KeyLayout.isBlock(key) || archive.count() != seen) {
                return false;
              }
              more = take(key, parsed(reached + 1, value));
              return more;
            });
      } catch (DBException unreadable) {
        throw unreadable(reached + 1, unreadable);
      }
    }

    private boolean take(byte[] key, Block block) {
      var goesOn = finder.found(key, block);
      reached = block.lastOffset();
      lastOffset = KeyLayout.lastOffset(key);
      run = KeyLayout.run(key) + 1;
      return goesOn;
    }
  }

  /** Where following has come to. */
  private static final class Chain {
    private final Visitor visitor;
    private ChainPoint at;

    Chain(ChainPoint start, Visitor visitor) {
      this.at = start;
      this.visitor = visitor;
    }

    boolean next(byte[] key, Block block) {
      if (!block.follows(at)) {
        throw JournalDamage.at(
            at.lastOffset() + 1,
            "the block found there begins with offset %d and does not follow the one before"
                .formatted(block.firstOffset()));
      }
      var after = block.after(at);
      requireKey(key, after);
      at = after;
      return visitor.visit(block, after);
    }

    private void requireKey(byte[] key, ChainPoint after) {
      if (KeyLayout.lastOffset(key) != after.lastOffset() || KeyLayout.run(key) != after.run()) {
        throw JournalDamage.at(
            at.lastOffset() + 1, "a block that ends with %s is stored elsewhere".formatted(after));
      }
    }
  }

  private Block parsed(long offset, byte[] bytes) {
    try {
      return Block.parse(store, bytes);
    } catch (ByteSource.Malformed malformed) {
      throw JournalDamage.at(offset, String.valueOf(malformed.getMessage()));
    }
  }

  /** The block at a point of the chain; refuses another one in its place. */
  Block at(ChainPoint point) {
    var block =
        find(point.lastOffset(), point.run())
            .orElseThrow(
                () ->
                    JournalDamage.at(
                        point.lastOffset(),
                        "the block that ended there, as a signed head says, is missing"));
    if (!Arrays.equals(Sha256.of(block.bytes()), point.hash())) {
      throw JournalDamage.at(
          block.firstOffset(), "the block there is not the one that a signed head names");
    }
    return block;
  }

  /** The block whose last event has that offset; refuses when it is missing. */
  Block ending(long lastOffset) {
    return find(lastOffset, 0)
        .filter(block -> block.lastOffset() == lastOffset)
        .orElseThrow(() -> JournalDamage.at(lastOffset, "the block that ends there is missing"));
  }

  /** What is stored under a key; what is moved to the archive meanwhile is looked for there. */
  private Optional<Block> find(long lastOffset, int run) {
    if (!archive.covers(lastOffset, run)) {
      var stored = stored(lastOffset, run);
      if (stored.isPresent() || !archive.covers(lastOffset, run)) {
        return stored;
      }
    }
    var found = new ArrayList<Block>();
    archive.scan(
        lastOffset,
        run,
        (block, after) -> {
          if (after.lastOffset() == lastOffset && after.run() == run) {
            found.add(block);
          }
          return false;
        });
    return found.stream().findFirst();
  }

  private Optional<Block> stored(long lastOffset, int run) {
    try {
      return db.get(KeyLayout.block(lastOffset, run)).map(bytes -> parsed(lastOffset, bytes));
    } catch (DBException unreadable) {
      throw unreadable(lastOffset, unreadable);
    }
  }

  /**
   * Blocks that hold the events after {@code offset}, as many as reach the limit or a few more;
   * checks that none is missing between them.
   *
   * @param upTo the last offset that is durable
   */
  List<Block> after(long offset, long upTo, PageLimit limit) {
    var gathering = new Gathering(offset, upTo, limit);
    if (offset < upTo) {
      new Scan(offset, gathering).go(offset + 1, 0, true);
      gathering.requireEnough();
    }
    return gathering.found;
  }

  /** Gathers the blocks of a page. */
  private static final class Gathering implements Finder {
    private final long offset;
    private final long upTo;
    private final PageLimit limit;
    private final List<Block> found = new ArrayList<>();
    private long reached;
    private long bytes;

    Gathering(long offset, long upTo, PageLimit limit) {
      this.offset = offset;
      this.upTo = upTo;
      this.limit = limit;
      this.reached = offset;
    }

    @Override
    public boolean found(byte[] key, Block block) {
      var expected = reached + 1;
      var inPlace =
          found.isEmpty() ? block.firstOffset() <= expected : block.firstOffset() == expected;
      if (!inPlace) {
        throw JournalDamage.at(
            expected, "the next event that is stored has offset %d".formatted(block.firstOffset()));
      }
      found.add(block);
      reached = block.lastOffset();
      bytes += block.bytes().length;
      return wantsMore();
    }

    private boolean wantsMore() {
      return reached < upTo && !limit.isReached(reached - offset, bytes);
    }

    void requireEnough() {
      if (wantsMore()) {
        throw JournalDamage.at(
            reached + 1, "no block is there, and events up to offset %d are".formatted(upTo));
      }
    }
  }

  /** Turns LevelDB's complaints into damage at an offset. */
  static void reading(long offset, Runnable reading) {
    try {
      reading.run();
    } catch (DBException unreadable) {
      throw unreadable(offset, unreadable);
    }
  }

  private static JournalDamage unreadable(long offset, DBException why) {
    return JournalDamage.at(offset, "LevelDB cannot read it (%s)".formatted(why.getMessage()));
  }
}
