package org.givre.journal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes LevelDB's content from the blocks of a ledger, in batches. */
final class Rebuild implements Block.Parts {
  /** Synced at once. */
  private static final long BATCH_BYTES = 4L << 20;

  private final LevelDb db;
  private final Room room;
  private final byte[] store;

  /** At the end of the ledger: says what was deleted. */
  private final Catalogue whole;

  /** By number of the persistence id: its last sequence number so far. */
  private final Map<Integer, Long> highest = new HashMap<>();

  /** By number of the tag: end of the last block so far that has it. */
  private final Map<Integer, Long> lastTagged = new HashMap<>();

  private final ByteSink sink = new ByteSink(1 << 16);
  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private final SortedSet<Integer> tagged = new TreeSet<>();
  private long bytes;

  Rebuild(LevelDb db, Room room, StoreId store, Catalogue whole) {
    this.db = db;
    this.room = room;
    this.store = store.bytes();
    this.whole = whole;
  }

  void add(Block block, ChainPoint after) {
    tagged.clear();
    block.read(this);
    tagged.forEach(number -> tagRecord(number, block.lastOffset()));
    put(after.key(), block.bytes());
    if (bytes >= BATCH_BYTES) {
      flush();
    }
  }

  private void put(byte[] key, byte[] value) {
    keys.add(key);
    values.add(value);
    bytes += key.length + value.length;
  }

  /** Stores what is gathered, durably. */
  void flush() {
    room.require(2 * bytes);
    db.write(
        batch -> {
          for (var i = 0; i < keys.size(); i++) {
            batch.put(keys.get(i), values.get(i));
          }
        });
    keys.clear();
    values.clear();
    bytes = 0;
  }

  @Override
  public void write(Block.Write write) {
    copy(write);
    for (var numbers : write.tags()) {
      for (var number : numbers) {
        tagged.add(number);
      }
    }
  }

  /** A copy, unless its events were deleted later. */
  private void copy(Block.Write write) {
    var owner = whole.owner(write.owner());
    var previous = highest.getOrDefault(write.owner(), 0L);
    highest.put(write.owner(), write.last());
    if (write.last() > owner.deletedTo()) {
      var key = KeyLayout.write(write.owner(), write.last());
      var place = new WriteRecord.Place(write.firstOffset(), previous);
      put(key, WriteRecord.encode(sink, WriteRecord.seed(store, key), again(owner, write), place));
    }
  }

  private static AtomicWrite again(Owner owner, Block.Write write) {
    var events = new ArrayList<NewEvent>();
    for (var i = 0; i < write.sequenceNumbers().length; i++) {
      events.add(new NewEvent(write.sequenceNumbers()[i], write.payloads().get(i), List.of()));
    }
    return new AtomicWrite(owner.persistenceId(), events);
  }

  private void tagRecord(int number, long lastOffset) {
    var previous = lastTagged.getOrDefault(number, 0L);
    lastTagged.put(number, lastOffset);
    var key = KeyLayout.tagged(number, lastOffset);
    put(key, new TagRecord(previous).encode(WriteRecord.seed(store, key)));
  }
}
