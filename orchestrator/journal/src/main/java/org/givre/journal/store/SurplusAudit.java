package org.givre.journal.store;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.givre.journal.store.Finding.Kind;
import org.iq80.leveldb.DBException;

/** Looks for entries of LevelDB that the ledger does not account for. */
final class SurplusAudit {
  /** Entries between two words on how far it is: some milliseconds. */
  private static final int STRETCH = 10_000;

  private final LevelDb db;
  private final byte[] store;
  private final Ledger ledger;
  private final CopyAudit accounted;
  private final Salvage salvage;
  private final Findings findings;
  private final Map<Integer, Long> copies = new TreeMap<>();
  private final Map<Integer, Long> tagRecords = new TreeMap<>();
  private long entries;

  /** The places in which entries are looked for, and what accounts for them. */
  record Place(LevelDb db, StoreId store, Ledger ledger, Salvage salvage) {}

  SurplusAudit(Place place, CopyAudit accounted, Findings findings) {
    this.db = place.db();
    this.store = place.store().bytes();
    this.ledger = place.ledger();
    this.salvage = place.salvage();
    this.accounted = accounted;
    this.findings = findings;
  }

  void run(Progress progress) {
    try {
      db.scan(new byte[0], false, (key, value) -> count(key, progress));
      progress.at(entries, entries);
      copies.forEach(
          (number, count) -> {
            if (count > accounted.copiesOf(number)) {
              db.scan(KeyLayout.write(number, 0), false, (key, value) -> copy(number, key, value));
            }
          });
      tagRecords.forEach(
          (number, count) -> {
            if (count > accounted.recordsOf(number)) {
              db.scan(KeyLayout.tagged(number, 0), false, (key, value) -> tagRecord(number, key));
            }
          });
    } catch (DBException unreadable) {
      findings.add(
          Kind.SURPLUS,
          0,
          "LevelDB cannot be read through, so surplus entries may be unseen (%s)"
              .formatted(unreadable.getMessage()));
    }
  }

  private boolean count(byte[] key, Progress progress) {
    if (++entries % STRETCH == 0) {
      progress.at(entries, 0);
    }
    if (KeyLayout.isWrite(key)) {
      copies.merge(KeyLayout.number(key), 1L, Long::sum);
    } else if (KeyLayout.isTagged(key)) {
      tagRecords.merge(KeyLayout.number(key), 1L, Long::sum);
    } else if (KeyLayout.isBlock(key)) {
      requireNotArchived(key);
    } else if (!KeyLayout.isSegment(key)) {
      findings.add(Kind.SURPLUS, 0, "LevelDB has an unknown key " + HexFormat.of().formatHex(key));
    }
    return true;
  }

  private void requireNotArchived(byte[] key) {
    if (ledger.archive().covers(KeyLayout.lastOffset(key), KeyLayout.run(key))) {
      findings.add(
          Kind.SURPLUS, KeyLayout.lastOffset(key), "a block that is archived is in LevelDB too");
    }
  }

  private boolean copy(int owner, byte[] key, byte[] value) {
    if (!KeyLayout.isWriteOf(owner, key)) {
      return false;
    }
    try {
      var offset = WriteRecord.parse(WriteRecord.seed(store, key), value).firstOffset();
      if (!salvage.isInGap(offset)
          && !isWritten(offset, owner, KeyLayout.lastSequenceNumber(key))) {
        findings.add(
            Kind.COPY,
            offset,
            "a copy of event %d of persistence id number %d is not in the ledger"
                .formatted(KeyLayout.lastSequenceNumber(key), owner));
      }
    } catch (ByteSource.Malformed malformed) {
      findings.add(
          Kind.COPY,
          0,
          "a copy of event %d of persistence id number %d is damaged or not in the ledger"
              .formatted(KeyLayout.lastSequenceNumber(key), owner));
    }
    return true;
  }

  private boolean isWritten(long offset, int owner, long lastSequenceNumber) {
    var search = new Search(owner, lastSequenceNumber);
    try {
      ledger.after(offset - 1, offset, PageLimit.events(1)).forEach(block -> block.read(search));
    } catch (JournalDamage damage) {
      return false;
    }
    return search.found;
  }

  private boolean tagRecord(int tag, byte[] key) {
    if (!KeyLayout.isTagged(tag, key)) {
      return false;
    }
    var offset = KeyLayout.lastOffset(key);
    if (!salvage.isInGap(offset) && !isTagged(offset, tag)) {
      findings.add(
          Kind.TAG,
          offset,
          "the record of tag number %d says that it is there, and the ledger does not"
              .formatted(tag));
    }
    return true;
  }

  private boolean isTagged(long lastOffset, int tag) {
    try {
      var search = new TagSearch(tag);
      ledger.ending(lastOffset).read(search);
      return search.found;
    } catch (JournalDamage damage) {
      return false;
    }
  }

  /** Looks for one write among a block's. */
  private static final class Search implements Block.Parts {
    private final int owner;
    private final long last;
    private boolean found;

    Search(int owner, long last) {
      this.owner = owner;
      this.last = last;
    }

    @Override
    public void write(Block.Write write) {
      found |= write.owner() == owner && write.last() == last;
    }
  }

  /** Looks for one tag among a block's. */
  private static final class TagSearch implements Block.Parts {
    private final int tag;
    private boolean found;

    TagSearch(int tag) {
      this.tag = tag;
    }

    @Override
    public void write(Block.Write write) {
      for (var numbers : write.tags()) {
        for (var number : numbers) {
          found |= number == tag;
        }
      }
    }
  }
}
