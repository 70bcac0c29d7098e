package org.givre.journal.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.iq80.leveldb.WriteBatch;

/**
 * One commit while it is gathered: a block of the ledger, and what is kept beside it for replay and
 * by tag. A committing thread's own; used again and again.
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
  private final List<Owner> writers = new ArrayList<>();
  private final List<AtomicWrite> writes = new ArrayList<>();
  private final List<Runnable> outcomes = new ArrayList<>();
  private final SortedSet<Integer> tagged = new TreeSet<>();
  private int emptySize;
  private ChainPoint end;

  Draft(LevelDb db, StoreId store, Catalogue catalogue) {
    this.db = db;
    this.store = store.bytes();
    this.catalogue = catalogue;
    this.block = new BlockEncoder(store);
    this.end = ChainPoint.genesis(store);
  }

  void begin(ChainPoint after, long nowMillis) {
    keys.clear();
    values.clear();
    deleted.clear();
    writers.clear();
    writes.clear();
    end = after;
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
   * Adds writes, all or none; returns the offset of the last event.
   *
   * @throws IllegalArgumentException when their sequence numbers do not come after those before
   */
  long add(List<AtomicWrite> together) {
    var last = new HashMap<String, Long>();
    for (var write : together) {
      var before = last.get(write.persistenceId());
      requireAfter(before == null ? pending(write.persistenceId()) : before, write);
      if (together.size() > 1) {
        last.put(write.persistenceId(), write.last());
      }
    }
    together.forEach(this::add);
    return block.nextOffset() - 1;
  }

  private long pending(String persistenceId) {
    return catalogue.owner(persistenceId).map(Owner::pending).orElse(0L);
  }

  private void add(AtomicWrite write) {
    var owner = catalogue.owner(write.persistenceId()).orElseGet(() -> named(write));
    var tags = tags(write);
    var place = new WriteRecord.Place(block.nextOffset(), owner.pending());
    block.write(owner.number(), write, tags);
    var key = KeyLayout.write(owner.number(), write.last());
    keys.add(key);
    values.add(WriteRecord.encode(sink, WriteRecord.seed(store, key), write, place));
    owner.pending(write.last());
    writers.add(owner);
    writes.add(write);
  }

  private static void requireAfter(long before, AtomicWrite write) {
    if (write.first() <= before) {
      throw new IllegalArgumentException(
          "%s has events up to sequence number %d; %d was to be written. Two actors with this persistence id are running."
              .formatted(write.persistenceId(), before, write.first()));
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
      owner.deleting(to);
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

  /** Completes the block; nothing is added any more. Returns where the chain comes to by it. */
  ChainPoint seal() {
    var sealed = block.seal();
    tagged.forEach(number -> tag(catalogue.tag(number), sealed.point().lastOffset()));
    keys.add(sealed.point().key());
    values.add(sealed.bytes());
    end = sealed.point();
    return end;
  }

  private void tag(Tag tag, long lastOffset) {
    var key = KeyLayout.tagged(tag.number(), lastOffset);
    keys.add(key);
    values.add(new TagRecord(tag.pending()).encode(WriteRecord.seed(store, key)));
    tag.pending(lastOffset);
    outcomes.add(() -> tag.durable(lastOffset));
  }

  /** Where the chain has come to when this is durable. */
  ChainPoint end() {
    return end;
  }

  void fill(WriteBatch batch) {
    for (var i = 0; i < keys.size(); i++) {
      batch.put(keys.get(i), values.get(i));
    }
    deleted.forEach(batch::delete);
  }

  /** Makes what is durable now visible to readers. */
  void committed() {
    for (var i = 0; i < writers.size(); i++) {
      writers.get(i).durable(writes.get(i).last());
    }
    outcomes.forEach(Runnable::run);
  }
}
