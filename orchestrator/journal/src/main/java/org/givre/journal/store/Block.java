package org.givre.journal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A block of the ledger as it was stored: see {@link BlockEncoder} for its bytes.
 *
 * @param bytes all of it
 * @param firstOffset of its first event, or of the next event to come when it has none
 * @param committedAtMillis wall time, milliseconds since 1970
 * @param predecessor hash of the block before
 */
record Block(
    byte[] bytes, long firstOffset, int events, long committedAtMillis, byte[] predecessor) {

  /** Takes in the parts of a block, in their order; most want writes only. */
  interface Parts {
    default void owner(int number, String persistenceId) {}

    default void tag(int number, String name) {}

    void write(Write write);

    default void deletion(int owner, long toSequenceNumber) {}
  }

  /**
   * One atomic write in a block.
   *
   * @param firstOffset of its first event
   * @param sequenceNumbers of its events, in order
   */
  record Write(
      int owner,
      long firstOffset,
      long[] sequenceNumbers,
      List<byte[]> payloads,
      List<int[]> tags) {

    long first() {
      return sequenceNumbers[0];
    }

    long last() {
      return sequenceNumbers[sequenceNumbers.length - 1];
    }
  }

  /**
   * Reads the head of a block and checks its checksum.
   *
   * @throws ByteSource.Malformed when these are no block of this store
   */
  static Block parse(byte[] store, byte[] bytes) {
    if (!Checksum.holds(store, bytes)) {
      throw new ByteSource.Malformed(
          "a block of %d bytes has a wrong checksum".formatted(bytes.length));
    }
    var source = new ByteSource(bytes);
    var format = source.takeByte();
    if (format != BlockEncoder.FORMAT) {
      throw new ByteSource.Malformed("a block has format %d, which is unknown".formatted(format));
    }
    return new Block(
        bytes,
        source.takeLong(),
        source.takeInt(),
        source.takeLong(),
        source.takeBytes(Sha256.LENGTH));
  }

  long lastOffset() {
    return firstOffset + events - 1;
  }

  /** Whether it comes right after {@code point}. */
  boolean follows(ChainPoint point) {
    return firstOffset == point.lastOffset() + 1 && Arrays.equals(predecessor, point.hash());
  }

  /** Where the chain is after this block, which follows {@code before}. */
  ChainPoint after(ChainPoint before) {
    return before.plus(events, Sha256.of(bytes));
  }

  void read(Parts parts) {
    var source = new ByteSource(bytes, BlockEncoder.HEADER, bytes.length - Integer.BYTES);
    var offset = firstOffset;
    while (source.left() > 0) {
      offset += part(source, offset, parts);
    }
    if (offset != firstOffset + events) {
      throw new ByteSource.Malformed(
          "a block says that it has %d events and has %d".formatted(events, offset - firstOffset));
    }
  }

  /** Returns how many events the part has. */
  private static int part(ByteSource source, long offset, Parts parts) {
    var kind = source.takeByte();
    var number = (int) source.takeVarint();
    switch (kind) {
      case BlockEncoder.OWNER -> parts.owner(number, source.takeText());
      case BlockEncoder.TAG -> parts.tag(number, source.takeText());
      case BlockEncoder.DELETION -> parts.deletion(number, source.takeVarint());
      case BlockEncoder.WRITE -> {
        var write = write(source, number, offset);
        parts.write(write);
        return write.sequenceNumbers().length;
      }
      default -> throw new ByteSource.Malformed("a block has a part of kind " + kind);
    }
    return 0;
  }

  private static Write write(ByteSource source, int owner, long offset) {
    var sequenceNumbers = new long[source.takeCount()];
    var payloads = new ArrayList<byte[]>(sequenceNumbers.length);
    var tags = new ArrayList<int[]>(sequenceNumbers.length);
    var last = 0L;
    for (var i = 0; i < sequenceNumbers.length; i++) {
      last += source.takeVarint();
      sequenceNumbers[i] = last;
      payloads.add(source.takeSized());
      tags.add(tags(source));
    }
    return new Write(owner, offset, sequenceNumbers, payloads, tags);
  }

  private static int[] tags(ByteSource source) {
    var tags = new int[source.takeCount()];
    for (var i = 0; i < tags.length; i++) {
      tags[i] = (int) source.takeVarint();
    }
    return tags;
  }
}
