package org.givre.journal.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iq80.leveldb.WriteBatch;

/**
 * One commit while it is gathered: a block of the ledger, and what is kept beside it for replay and
 * by tag. The committing thread's own; used again and again.
 */
final class Draft {
  /** Of one deletion; the rest stays on disk, unseen, until the next. */
  private static final int RECORDS_DELETED_AT_ONCE = 10_000;

  private static final int[] NO_TAGS = {};

  private final LevelDb db;
  private final byte[] store;
  private final Catalogue catalogue;
  private final BlockEncoder block;
  private final ByteSink sink = new ByteSink(1 << 16);
  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private final List<byte[]> deleted = new ArrayList<>();
  private final List<Owner> written = new ArrayList<>();
  private final List<Runnable> outcomes = new ArrayList<>();
  private final SortedSet<Integer> tagged = new TreeSet<>();
  private int emptySize;

  Draft(LevelDb db, StoreId store, Catalogue catalogue) {
    this.db = db;
    this.store = store.bytes();
    this.catalogue = catalogue;
    this.block = new BlockEncoder(store);
  }

  void begin(ChainPoint after, long nowMillis) {
    keys.clear();
    values.clear();
    deleted.clear();
    written.clear();
    outcomes.clear();
    tagged.clear();
    block.begin(after, nowMillis);
    emptySize = block.size();
  }

  boolean isEmpty() {
    return block.size() == emptySize;
  }

  /** Bytes of the block so far. */
  int size() {
    return block.size();
  }

  int events() {
    return block.events();
  }

  /**
   * Adds a write; returns the offset of its last event.
   *
   * @throws IllegalArgumentException when its sequence numbers do not come after those before
   */
  long add(AtomicWrite write) {
    var owner = catalogue.owner(write.persistenceId()).orElseGet(() -> named(write));
    requireAfter(owner, write);
    var tags = tags(write);
    var place = new WriteRecord.Place(block.nextOffset(), owner.pending());
    block.write(owner.number(), write, tags);
    var key = KeyLayout.write(owner.number(), write.last());
    keys.add(key);
    values.add(WriteRecord.encode(sink, WriteRecord.seed(store, key), write, place));
    owner.pending(write.last());
    written.add(owner);
    return block.nextOffset() - 1;
  }

  private static void requireAfter(Owner owner, AtomicWrite write) {
    if (write.first() <= owner.pending()) {
      throw new IllegalArgumentException(
          "%s has events up to sequence number %d; %d was to be written. Two actors with this persistence id are running."
              .formatted(write.persistenceId(), owner.pending(), write.first()));
    }
  }

  private Owner named(AtomicWrite write) {
    var owner = catalogue.addOwner(write.persistenceId());
    block.name(BlockEncoder.OWNER, owner.number(), owner.persistenceId());
    return owner;
  }

  private List<int[]> tags(AtomicWrite write) {
    if (write.isUntagged()) {
      return Collections.nCopies(write.events().size(), NO_TAGS);
    }
    var all = new ArrayList<int[]>(write.events().size());
    for (var event : write.events()) {
      all.add(numbers(event.tags()));
    }
    return all;
  }

  private int[] numbers(List<String> tags) {
    var numbers = new int[tags.size()];
    for (var i = 0; i < numbers.length; i++) {
      var name = tags.get(i);
      numbers[i] = catalogue.tag(name).orElseGet(() -> named(name)).number();
      tagged.add(numbers[i]);
    }
    return numbers;
  }

  private Tag named(String name) {
    var tag = catalogue.addTag(name);
    block.name(BlockEncoder.TAG, tag.number(), name);
    return tag;
  }

  /** Adds that events of a persistence id, up to a sequence number, are no longer replayed. */
  void delete(String persistenceId, long toSequenceNumber) {
    catalogue.owner(persistenceId).ifPresent(owner -> delete(owner, toSequenceNumber));
  }

  private void delete(Owner owner, long toSequenceNumber) {
    var to = Math.min(toSequenceNumber, owner.pending());
    if (to > owner.deletedTo()) {
      block.deletion(owner.number(), to);
      db.scan(KeyLayout.write(owner.number(), 0), false, (key, value) -> gather(owner, to, key));
      outcomes.add(() -> owner.deleted(to));
    }
  }

  private boolean gather(Owner owner, long to, byte[] key) {
    var within =
        KeyLayout.isWriteOf(owner.number(), key) && KeyLayout.lastSequenceNumber(key) <= to;
    if (within) {
      deleted.add(key);
    }
    return within && deleted.size() < RECORDS_DELETED_AT_ONCE;
  }

  /** Completes the block; nothing is added any more. */
  BlockEncoder.Sealed seal() {
    var sealed = block.seal();
    tagged.forEach(number -> tag(catalogue.tag(number), sealed.point().lastOffset()));
    keys.add(sealed.point().key());
    values.add(sealed.bytes());
    return sealed;
  }

  private void tag(Tag tag, long lastOffset) {
    var key = KeyLayout.tagged(tag.number(), lastOffset);
    keys.add(key);
    values.add(new TagRecord(tag.last()).encode(WriteRecord.seed(store, key)));
    outcomes.add(() -> tag.committed(lastOffset));
  }

  void fill(WriteBatch batch) {
    for (var i = 0; i < keys.size(); i++) {
      batch.put(keys.get(i), values.get(i));
    }
    deleted.forEach(batch::delete);
  }

  /** Makes what is durable now visible to readers. */
  void committed() {
    written.forEach(owner -> owner.committed(owner.pending()));
    outcomes.forEach(Runnable::run);
  }
}
