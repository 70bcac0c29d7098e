package org.givre.journal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.givre.journal.store.ByteSource.Malformed;

/** Reads events in their one order: all of them, or those with a tag. Thread-safe. */
final class EventReader {
  private final LevelDb db;
  private final Ledger ledger;
  private final byte[] store;
  private final Catalogue catalogue;

  EventReader(OpenStore open) {
    this.db = open.db();
    this.ledger = open.ledger();
    this.store = open.id().bytes();
    this.catalogue = open.catalogue();
  }

  /** Events with offsets above {@code after}, up to {@code upTo}; a few more than the limit. */
  List<StoredEvent> all(long after, long upTo, PageLimit limit) {
    var found = new ArrayList<StoredEvent>();
    for (var block : ledger.after(after, upTo, limit)) {
      take(block, event -> event.offset() > after && event.offset() <= upTo, found);
    }
    return found;
  }

  /**
   * Events with a tag and offsets above {@code after}, up to {@code upTo}; a few more than the
   * limit, and none only when there are none.
   *
   * @throws JournalDamage when one is missing or changed
   */
  List<StoredEvent> tagged(Tag tag, long after, long upTo, PageLimit limit) {
    var found = new ArrayList<StoredEvent>();
    var bytes = new long[1];
    Predicate<StoredEvent> wanted =
        event ->
            event.offset() > after && event.offset() <= upTo && event.tags().contains(tag.name());
    new TagWalk(tag, after, Math.min(upTo, tag.last()))
        .walk(
            lastOffset -> {
              var before = found.size();
              take(ledger.ending(lastOffset), wanted, found);
              bytes[0] += payloadBytes(found.subList(before, found.size()));
              return !limit.isReached(found.size(), bytes[0]);
            });
    return found;
  }

  private static long payloadBytes(List<StoredEvent> events) {
    return events.stream().mapToLong(event -> event.payload().length).sum();
  }

  private void take(Block block, Predicate<StoredEvent> wanted, List<StoredEvent> found) {
    try {
      block.read(
          new EventParts(
              catalogue,
              event -> {
                if (wanted.test(event)) {
                  found.add(event);
                }
              }));
    } catch (Malformed malformed) {
      throw JournalDamage.at(block.firstOffset(), String.valueOf(malformed.getMessage()));
    }
  }

  /** Goes through the records of a tag and checks that none is missing. */
  private final class TagWalk {
    private final Tag tag;
    private final long after;
    private final long upTo;
    private long reached;

    TagWalk(Tag tag, long after, long upTo) {
      this.tag = tag;
      this.after = after;
      this.upTo = upTo;
    }

    /** Takes in the last offset of a block; returns whether it wants more. */
    private interface BlockVisitor {
      boolean visit(long lastOffset);
    }

    void walk(BlockVisitor visitor) {
      if (after < upTo) {
        Ledger.reading(
            after + 1,
            () ->
                db.scan(
                    KeyLayout.tagged(tag.number(), after + 1),
                    true,
                    (key, value) -> next(key, value, visitor)));
        if (reached == 0) {
          throw missing(after);
        }
      }
    }

    private boolean next(byte[] key, byte[] value, BlockVisitor visitor) {
      if (!KeyLayout.isTagged(tag.number(), key)) {
        throw missing(reached);
      }
      var record = parsed(key, value);
      var follows = reached == 0 ? record.previous() <= after : record.previous() == reached;
      if (!follows) {
        throw missing(Math.max(after, reached));
      }
      reached = KeyLayout.lastOffset(key);
      return visitor.visit(reached) && reached < upTo;
    }

    private TagRecord parsed(byte[] key, byte[] value) {
      try {
        return TagRecord.parse(WriteRecord.seed(store, key), value);
      } catch (Malformed malformed) {
        throw JournalDamage.at(
            Math.max(after, reached) + 1, String.valueOf(malformed.getMessage()));
      }
    }

    private JournalDamage missing(long before) {
      return JournalDamage.at(
          before + 1, "a record of tag %s is missing after it".formatted(tag.name()));
    }
  }
}
