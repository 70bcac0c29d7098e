package org.givre.journal.store;

import java.nio.ByteBuffer;

/**
 * Keys in LevelDB. They sort bytewise, so big-endian numbers sort by value.
 *
 * <pre>
 * 'L' last offset (8) run (4)            a block of the ledger
 * 'P' persistence id's number (4) last sequence number (8)   one atomic write, for replay
 * 'T' tag's number (4) last offset of the block (8)          which events of a block have a tag
 * </pre>
 *
 * Keys carry the <em>last</em> number of what they name, so that seeking to a number finds what
 * contains it. A block without events has the last offset of the one before it and the next run.
 */
final class KeyLayout {
  private static final byte LEDGER = 'L';
  private static final byte OWNER = 'P';
  private static final byte TAG = 'T';

  private KeyLayout() {}

  static byte[] block(long lastOffset, int run) {
    return ByteBuffer.allocate(13).put(LEDGER).putLong(lastOffset).putInt(run).array();
  }

  static byte[] write(int owner, long lastSequenceNumber) {
    return ByteBuffer.allocate(13).put(OWNER).putInt(owner).putLong(lastSequenceNumber).array();
  }

  static byte[] tagged(int tag, long lastOffset) {
    return ByteBuffer.allocate(13).put(TAG).putInt(tag).putLong(lastOffset).array();
  }

  static boolean isBlock(byte[] key) {
    return key.length == 13 && key[0] == LEDGER;
  }

  static boolean isWriteOf(int owner, byte[] key) {
    return key.length == 13 && key[0] == OWNER && ByteBuffer.wrap(key).getInt(1) == owner;
  }

  static boolean isTagged(int tag, byte[] key) {
    return key.length == 13 && key[0] == TAG && ByteBuffer.wrap(key).getInt(1) == tag;
  }

  /** The last offset of a block, or of the block that a tag's record belongs to. */
  static long lastOffset(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key[0] == LEDGER ? 1 : 5);
  }

  static int run(byte[] blockKey) {
    return ByteBuffer.wrap(blockKey).getInt(9);
  }

  static long lastSequenceNumber(byte[] writeKey) {
    return ByteBuffer.wrap(writeKey).getLong(5);
  }
}
