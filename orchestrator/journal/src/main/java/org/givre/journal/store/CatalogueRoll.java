package org.givre.journal.store;

import java.util.SortedSet;
import java.util.TreeSet;

/** Brings a catalogue up to date with blocks of the ledger, one after another. */
final class CatalogueRoll implements Block.Parts {
  private final Catalogue catalogue;
  private final SortedSet<Integer> tagged = new TreeSet<>();

  CatalogueRoll(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Takes in the next block.
   *
   * @throws ByteSource.Malformed when it does not fit to those before
   */
  void roll(Block block) {
    block.read(this);
    tagged.forEach(tag -> catalogue.tag(tag).committed(block.lastOffset()));
    tagged.clear();
  }

  @Override
  public void owner(int number, String persistenceId) {
    requireNext(number, catalogue.ownerCount(), persistenceId);
    catalogue.addOwner(persistenceId);
  }

  @Override
  public void tag(int number, String name) {
    requireNext(number, catalogue.tagCount(), name);
    catalogue.addTag(name);
  }

  private static void requireNext(int number, int next, String name) {
    if (number != next) {
      throw new ByteSource.Malformed(
          "%s has number %d where %d is next".formatted(name, number, next));
    }
  }

  @Override
  public void write(Block.Write write) {
    var owner = catalogue.owner(write.owner());
    if (write.first() <= owner.highest()) {
      throw new ByteSource.Malformed(
          "%s has sequence number %d after %d"
              .formatted(owner.persistenceId(), write.first(), owner.highest()));
    }
    owner.committed(write.last());
    for (var tags : write.tags()) {
      for (var tag : tags) {
        tagged.add(tag);
      }
    }
  }

  @Override
  public void deletion(int owner, long toSequenceNumber) {
    catalogue.owner(owner).deleted(toSequenceNumber);
  }
}
