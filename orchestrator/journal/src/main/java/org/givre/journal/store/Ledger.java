package org.givre.journal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iq80.leveldb.DBException;

/** Reads the ledger: every block in the order in which it became durable. Thread-safe. */
final class Ledger {
  private final LevelDb db;
  private final byte[] store;

  Ledger(LevelDb db, StoreId store) {
    this.db = db;
    this.store = store.bytes();
  }

  /** Takes in blocks, each with the point that the chain has come to by it; says if it wants on. */
  interface Visitor {
    boolean visit(Block block, ChainPoint after);
  }

  /**
   * Follows the chain of blocks after {@code point} and checks every link of it; returns where it
   * ends.
   *
   * @throws JournalDamage where a block is missing, is changed, or does not follow
   */
  ChainPoint follow(ChainPoint point, Visitor visitor) {
    var chain = new Chain(point, visitor);
    reading(
        chain.at.lastOffset() + 1,
        () ->
            db.scan(
                KeyLayout.block(point.lastOffset(), point.isGenesis() ? 0 : point.run() + 1),
                false,
                chain::next));
    return chain.at;
  }

  /** Where following has come to. */
  private final class Chain {
    private final Visitor visitor;
    private ChainPoint at;

    Chain(ChainPoint start, Visitor visitor) {
      this.at = start;
      this.visitor = visitor;
    }

    boolean next(byte[] key, byte[] value) {
      if (!KeyLayout.isBlock(key)) {
        return false;
      }
      var block = parsed(at.lastOffset() + 1, value);
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
    var stored = new ArrayList<byte[]>();
    reading(point.lastOffset(), () -> db.get(point.key()).ifPresent(stored::add));
    if (stored.isEmpty()) {
      throw JournalDamage.at(
          point.lastOffset(), "the block that ended there, as a signed head says, is missing");
    }
    var block = parsed(point.lastOffset(), stored.get(0));
    if (!Arrays.equals(Sha256.of(block.bytes()), point.hash())) {
      throw JournalDamage.at(
          block.firstOffset(), "the block there is not the one that a signed head names");
    }
    return block;
  }

  /** The block whose last event has that offset; refuses when it is missing. */
  Block ending(long lastOffset) {
    var found = new ArrayList<Block>();
    reading(
        lastOffset,
        () ->
            db.get(KeyLayout.block(lastOffset, 0))
                .ifPresent(bytes -> found.add(parsed(lastOffset, bytes))));
    if (found.isEmpty() || found.get(0).lastOffset() != lastOffset) {
      throw JournalDamage.at(lastOffset, "the block that ends there is missing");
    }
    return found.get(0);
  }

  /**
   * Blocks that hold the events after {@code offset}, as many as have {@code events} events or a
   * few more; checks that none is missing between them.
   *
   * @param upTo the last offset that is durable
   */
  List<Block> after(long offset, long upTo, int events) {
    var found = new ArrayList<Block>();
    if (offset < upTo) {
      reading(
          offset + 1,
          () -> db.scan(KeyLayout.block(offset + 1, 0), true, gather(offset, upTo, found, events)));
      requireEnough(offset, upTo, found, events);
    }
    return found;
  }

  private LevelDb.Visitor gather(long offset, long upTo, List<Block> found, int events) {
    return (key, value) -> {
      if (!KeyLayout.isBlock(key)) {
        return false;
      }
      var expected = found.isEmpty() ? offset + 1 : found.get(found.size() - 1).lastOffset() + 1;
      var block = parsed(expected, value);
      var inPlace =
          found.isEmpty() ? block.firstOffset() <= expected : block.firstOffset() == expected;
      if (!inPlace) {
        throw JournalDamage.at(
            expected, "the next event that is stored has offset %d".formatted(block.firstOffset()));
      }
      found.add(block);
      return block.lastOffset() < upTo && block.lastOffset() - offset < events;
    };
  }

  private static void requireEnough(long offset, long upTo, List<Block> found, int events) {
    var reached = found.isEmpty() ? offset : found.get(found.size() - 1).lastOffset();
    if (reached < upTo && reached - offset < events) {
      throw JournalDamage.at(
          reached + 1, "no block is there, and events up to offset %d are".formatted(upTo));
    }
  }

  /** Turns LevelDB's complaints into damage at an offset. */
  static void reading(long offset, Runnable reading) {
    try {
      reading.run();
    } catch (DBException unreadable) {
      throw JournalDamage.at(
          offset, "LevelDB cannot read it (%s)".formatted(unreadable.getMessage()));
    }
  }
}
