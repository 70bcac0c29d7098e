package org.givre.journal.store;

import java.util.List;

/**
 * Builds the blocks of the ledger. A block is what one sync makes durable.
 *
 * <pre>
 * format (1) = 1
 * first offset (8), events (4), committed at (8, milliseconds since 1970)
 * hash of the block before (32)
 * parts: kind (1), then
 *   OWNER     number, persistence id         the first time that it writes
 *   TAG       number, name                   the first time that it is used
 *   WRITE     owner's number, events, each: sequence number (the first) or step, payload, tags
 *   DELETION  owner's number, sequence number up to which its events are no longer replayed
 * CRC32C (4) of the store's id and all of the above
 * </pre>
 *
 * Numbers in parts are varints; texts and payloads have their length first. Not thread-safe.
 */
final class BlockEncoder {
  static final int FORMAT = 1;
  static final int OWNER = 1;
  static final int TAG = 2;
  static final int WRITE = 3;
  static final int DELETION = 4;

  /** Bytes before the parts. */
  static final int HEADER = 1 + 8 + 4 + 8 + Sha256.LENGTH;

  private static final int COUNT_POSITION = 1 + 8;

  /** A usual block fits; a greater one makes it grow once. */
  private static final int INITIAL_CAPACITY = 1 << 20;

  private final byte[] store;
  private final ByteSink sink = new ByteSink(INITIAL_CAPACITY);
  private ChainPoint before;
  private int events;

  BlockEncoder(StoreId store) {
    this.store = store.bytes();
    this.before = ChainPoint.genesis(store);
  }

  /** A block that is complete, with the point that the chain has come to by it. */
  record Sealed(byte[] bytes, ChainPoint point) {}

  void begin(ChainPoint predecessor, long committedAtMillis) {
    before = predecessor;
    events = 0;
    sink.truncate(0);
    sink.putByte(FORMAT).putLong(before.lastOffset() + 1).putInt(0).putLong(committedAtMillis);
    sink.putBytes(before.hash());
  }

  void name(int kind, int number, String name) {
    sink.putByte(kind).putVarint(number).putText(name);
  }

  void write(int owner, AtomicWrite write, List<int[]> tags) {
    sink.putByte(WRITE).putVarint(owner).putVarint(write.events().size());
    var last = 0L;
    for (var i = 0; i < write.events().size(); i++) {
      var event = write.events().get(i);
      sink.putVarint(event.sequenceNumber() - last).putSized(event.payload());
      putTags(tags.get(i));
      last = event.sequenceNumber();
    }
    events += write.events().size();
  }

  private void putTags(int[] tags) {
    sink.putVarint(tags.length);
    for (var tag : tags) {
      sink.putVarint(tag);
    }
  }

  void deletion(int owner, long toSequenceNumber) {
    sink.putByte(DELETION).putVarint(owner).putVarint(toSequenceNumber);
  }

  long nextOffset() {
    return before.lastOffset() + 1 + events;
  }

  int events() {
    return events;
  }

  /** Bytes so far. */
  int size() {
    return sink.size();
  }

  Sealed seal() {
    sink.overwriteInt(COUNT_POSITION, events);
    sink.putChecksum(store);
    var bytes = sink.toBytes();
    return new Sealed(bytes, before.plus(events, Sha256.of(bytes)));
  }
}
