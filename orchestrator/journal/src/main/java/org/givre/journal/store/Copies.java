package org.givre.journal.store;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.iq80.leveldb.DBException;

/** Compares what is kept for replay with the ledger. */
final class Copies {
  private final LevelDb db;
  private final byte[] store;
  private final Catalogue catalogue;

  Copies(LevelDb db, StoreId store, Catalogue catalogue) {
    this.db = db;
    this.store = store.bytes();
    this.catalogue = catalogue;
  }

  /**
   * Every write of the block must be there for replay too, unless it was deleted.
   *
   * @throws JournalDamage where one is missing or different
   */
  void requireCopies(Block block) {
    try {
      block.read(new Comparison());
    } catch (ByteSource.Malformed malformed) {
      throw JournalDamage.at(block.firstOffset(), String.valueOf(malformed.getMessage()));
    }
  }

  /**
   * One write must be there for replay, unless it was deleted.
   *
   * @param previous sequence number of its owner's event before it, if that is known
   * @return whether it is there
   * @throws JournalDamage where it is missing or different
   */
  boolean requireCopy(Block.Write write, OptionalLong previous) {
    var copy = copy(write);
    if (copy.isPresent() && copy.get().previous() != previous.orElse(copy.get().previous())) {
      throw damage(write, "names another event before it");
    }
    return copy.isPresent();
  }

  private Optional<WriteRecord> copy(Block.Write write) {
    var owner = catalogue.owner(write.owner());
    var stored = stored(write);
    if (stored.isEmpty() && write.last() > owner.deletedTo()) {
      throw damage(write, "is missing");
    }
    stored.ifPresent(copy -> compare(copy, write));
    return stored;
  }

  private Optional<WriteRecord> stored(Block.Write write) {
    var key = KeyLayout.write(write.owner(), write.last());
    try {
      return db.get(key).map(bytes -> WriteRecord.parse(WriteRecord.seed(store, key), bytes));
    } catch (ByteSource.Malformed malformed) {
      throw damage(write, "is damaged: " + malformed.getMessage());
    } catch (DBException unreadable) {
      throw damage(write, "cannot be read: " + unreadable.getMessage());
    }
  }

  private void compare(WriteRecord copy, Block.Write write) {
    if (copy.firstOffset() != write.firstOffset()
        || !Arrays.equals(copy.sequenceNumbers(), write.sequenceNumbers())
        || !samePayloads(copy, write)) {
      throw damage(write, "differs");
    }
  }

  private static boolean samePayloads(WriteRecord copy, Block.Write write) {
    for (var i = 0; i < copy.payloads().size(); i++) {
      if (!Arrays.equals(copy.payloads().get(i), write.payloads().get(i))) {
        return false;
      }
    }
    return true;
  }

  private JournalDamage damage(Block.Write write, String how) {
    return JournalDamage.at(
        write.firstOffset(),
        "the copy of event %d of %s for its replay %s"
            .formatted(write.first(), catalogue.owner(write.owner()).persistenceId(), how));
  }

  private final class Comparison implements Block.Parts {
    @Override
    public void write(Block.Write write) {
      requireCopy(write, OptionalLong.empty());
    }
  }
}
