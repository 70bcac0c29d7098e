package org.givre.journal.store;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a chain of blocks has come to: its last block, and the hash of it.
 *
 * @param lastOffset of the last event; 0 before the first
 * @param run counts the blocks that ended at {@code lastOffset} before this one: a block without
 *     events ends where its predecessor did
 * @param hash SHA-256 of the block, which holds the hash of its predecessor
 */
record ChainPoint(long lastOffset, int run, byte[] hash) {
  /** Bytes of a stored point: last offset (8), run (4), hash (32). */
  static final int LENGTH = Long.BYTES + Integer.BYTES + Sha256.LENGTH;

  /** Before the first block. */
  static ChainPoint genesis(StoreId store) {
    return new ChainPoint(0, 0, store.genesis());
  }

  /**
   * Reads what {@link #to} wrote.
   *
   * @throws ByteSource.Malformed when too little is there
   */
  static ChainPoint from(ByteSource source) {
    return new ChainPoint(source.takeLong(), source.takeInt(), source.takeBytes(Sha256.LENGTH));
  }

  /** Puts the point as it is stored, in {@link #LENGTH} bytes; returns the sink. */
  ByteSink to(ByteSink sink) {
    return sink.putLong(lastOffset).putInt(run).putBytes(hash);
  }

  boolean isGenesis() {
    return lastOffset == 0 && run == 0;
  }

  /** After one more block. */
  ChainPoint plus(int events, byte[] blockHash) {
    return new ChainPoint(lastOffset + events, events == 0 ? run + 1 : 0, blockHash);
  }

  byte[] key() {
    return KeyLayout.block(lastOffset, run);
  }

  boolean isAfter(ChainPoint other) {
    return lastOffset > other.lastOffset || (lastOffset == other.lastOffset && run > other.run);
  }

  boolean isSamePlace(ChainPoint other) {
    return lastOffset == other.lastOffset && run == other.run;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainPoint point
        && isSamePlace(point)
        && Arrays.equals(hash, point.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return "offset %d, run %d, hash %s".formatted(lastOffset, run, HexFormat.of().formatHex(hash));
  }
}
