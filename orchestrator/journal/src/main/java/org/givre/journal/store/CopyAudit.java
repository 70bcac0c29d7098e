package org.givre.journal.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.journal.store.Finding.Kind;
import org.iq80.leveldb.DBException;

/** Holds what is kept for replay and by tag against the ledger, block by block. */
final class CopyAudit implements Block.Parts {
  private final LevelDb db;
  private final byte[] store;
  private final Copies copies;
  private final Findings findings;

  /** By number: how many of them there are, and the last that came by. */
  private final Map<Integer, Tally> owners = new HashMap<>();

  private final Map<Integer, Tally> tags = new HashMap<>();
  private final SortedSet<Integer> tagsOfBlock = new TreeSet<>();

  /** What came before the first of anything. */
  private OptionalLong before = OptionalLong.of(0);

  CopyAudit(LevelDb db, StoreId id, Catalogue catalogue, Findings findings) {
    this.db = db;
    this.store = id.bytes();
    this.copies = new Copies(db, id, catalogue);
    this.findings = findings;
  }

  private static final class Tally {
    private long count;
    private OptionalLong last;

    private Tally(OptionalLong last) {
      this.last = last;
    }
  }

  /** The chain breaks here: what came right before is unknown. */
  void broken() {
    before = OptionalLong.empty();
    owners.values().forEach(tally -> tally.last = before);
    tags.values().forEach(tally -> tally.last = before);
  }

  void take(Block block) {
    tagsOfBlock.clear();
    try {
      block.read(this);
    } catch (ByteSource.Malformed told) {
      // The census, which came by before, has told of it.
      return;
    }
    tagsOfBlock.forEach(number -> tagRecord(number, block.lastOffset()));
  }

  @Override
  public void write(Block.Write write) {
    for (var numbers : write.tags()) {
      for (var number : numbers) {
        tagsOfBlock.add(number);
      }
    }
    var tally = owners.computeIfAbsent(write.owner(), first -> new Tally(before));
    try {
      if (copies.requireCopy(write, tally.last)) {
        tally.count++;
      }
    } catch (JournalDamage damage) {
      tally.count += isThere(KeyLayout.write(write.owner(), write.last())) ? 1 : 0;
      findings.add(Kind.COPY, damage);
    }
    tally.last = OptionalLong.of(write.last());
  }

  private boolean isThere(byte[] key) {
    try {
      return db.get(key).isPresent();
    } catch (DBException unreadable) {
      return true;
    }
  }

  private void tagRecord(int number, long lastOffset) {
    var tally = tags.computeIfAbsent(number, first -> new Tally(before));
    var key = KeyLayout.tagged(number, lastOffset);
    problem(key, tally.last)
        .ifPresent(
            what -> findings.add(Kind.TAG, lastOffset, "the record of tag " + number + " " + what));
    tally.count += isThere(key) ? 1 : 0;
    tally.last = OptionalLong.of(lastOffset);
  }

  private Optional<String> problem(byte[] key, OptionalLong previous) {
    try {
      var stored = db.get(key);
      if (stored.isEmpty()) {
        return Optional.of("is missing");
      }
      var record = TagRecord.parse(WriteRecord.seed(store, key), stored.get());
      return record.previous() == previous.orElse(record.previous())
          ? Optional.empty()
          : Optional.of("names another block before it");
    } catch (ByteSource.Malformed malformed) {
      return Optional.of("is damaged: " + malformed.getMessage());
    } catch (DBException unreadable) {
      return Optional.of("cannot be read: " + unreadable.getMessage());
    }
  }

  /** How many copies of that persistence id belong to the ledger. */
  long copiesOf(int owner) {
    return count(owners, owner);
  }

  /** How many records of that tag belong to the ledger. */
  long recordsOf(int tag) {
    return count(tags, tag);
  }

  private static long count(Map<Integer, Tally> tallies, int number) {
    var tally = tallies.get(number);
    return tally == null ? 0 : tally.count;
  }

  long copies() {
    return owners.values().stream().mapToLong(tally -> tally.count).sum();
  }

  long tagRecords() {
    return tags.values().stream().mapToLong(tally -> tally.count).sum();
  }
}
