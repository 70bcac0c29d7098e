package org.givre.journal.store;

import java.util.Arrays;

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

  private final class Comparison implements Block.Parts {
    @Override
    public void owner(int number, String persistenceId) {}

    @Override
    public void tag(int number, String name) {}

    @Override
    public void deletion(int owner, long toSequenceNumber) {}

    @Override
    public void write(Block.Write write) {
      var owner = catalogue.owner(write.owner());
      var key = KeyLayout.write(write.owner(), write.last());
      var copy = db.get(key);
      if (copy.isEmpty()) {
        requireDeleted(owner, write);
      } else {
        compare(WriteRecord.parse(WriteRecord.seed(store, key), copy.get()), write, owner);
      }
    }

    private void requireDeleted(Owner owner, Block.Write write) {
      if (write.last() > owner.deletedTo()) {
        throw missing(write, owner, "is missing");
      }
    }

    private void compare(WriteRecord copy, Block.Write write, Owner owner) {
      if (copy.firstOffset() != write.firstOffset()
          || !Arrays.equals(copy.sequenceNumbers(), write.sequenceNumbers())
          || !samePayloads(copy, write)) {
        throw missing(write, owner, "differs");
      }
    }

    private boolean samePayloads(WriteRecord copy, Block.Write write) {
      for (var i = 0; i < copy.payloads().size(); i++) {
        if (!Arrays.equals(copy.payloads().get(i), write.payloads().get(i))) {
          return false;
        }
      }
      return true;
    }

    private JournalDamage missing(Block.Write write, Owner owner, String how) {
      return JournalDamage.at(
          write.firstOffset(),
          "the copy of event %d of %s for its replay %s"
              .formatted(write.first(), owner.persistenceId(), how));
    }
  }
}
