package org.givre.journal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Keys in LevelDB. They sort bytewise, so big-endian numbers sort by value.
 *
 * <pre>
 * 'A' last offset (8) run (4)            a segment of the ledger that is in the archive
 * 'L' last offset (8) run (4)            a block of the ledger
 * 'P' persistence id's number (4) last sequence number (8)   one atomic write, for replay
 * 'T' tag's number (4) last offset of the block (8)          which events of a block have a tag
 * </pre>
 *
 * Keys carry the <em>last</em> number of what they name, so that seeking to a number finds what
 * contains it. A block without events has the last offset of the one before it and the next run.
 */
final class KeyLayout {
  private static final byte ARCHIVE = 'A';
  private static final byte LEDGER = 'L';
  private static final byte OWNER = 'P';
  private static final byte TAG = 'T';

  private static final int LENGTH = 13;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private KeyLayout() {}

  static byte[] block(long lastOffset, int run) {
    return ByteBuffer.allocate(LENGTH).put(LEDGER).putLong(lastOffset).putInt(run).array();
  }

  static byte[] segment(ChainPoint end) {
    return ByteBuffer.allocate(13).put(ARCHIVE).putLong(end.lastOffset()).putInt(end.run()).array();
  }

  /** Before every segment. */
  static byte[] segments() {
    return new byte[] {ARCHIVE};
  }

  static byte[] write(int owner, long lastSequenceNumber) {
    return numbered(OWNER, owner, lastSequenceNumber);
  }

  static byte[] tagged(int tag, long lastOffset) {
    return numbered(TAG, tag, lastOffset);
  }

  private static byte[] numbered(byte kind, int number, long last) {
    var key = new byte[LENGTH];
    key[0] = kind;
    INT.set(key, 1, number);
    LONG.set(key, 5, last);
    return key;
  }

  static boolean isBlock(byte[] key) {
    return key.length == LENGTH && key[0] == LEDGER;
  }

  static boolean isSegment(byte[] key) {
    return key.length == 13 && key[0] == ARCHIVE;
  }

  static boolean isWrite(byte[] key) {
    return key.length == 13 && key[0] == OWNER;
  }

  static boolean isTagged(byte[] key) {
    return key.length == 13 && key[0] == TAG;
  }

  /** The number of the persistence id or tag that a key belongs to. */
  static int number(byte[] key) {
    return ByteBuffer.wrap(key).getInt(1);
  }

  static boolean isWriteOf(int owner, byte[] key) {
    return key.length == LENGTH && key[0] == OWNER && (int) INT.get(key, 1) == owner;
  }

  static boolean isTagged(int tag, byte[] key) {
    return key.length == LENGTH && key[0] == TAG && (int) INT.get(key, 1) == tag;
  }

  /** The last offset of a block, or of the block that a tag's record belongs to. */
  static long lastOffset(byte[] key) {
    return (long) LONG.get(key, key[0] == LEDGER ? 1 : 5);
  }

  static int run(byte[] blockKey) {
    return (int) INT.get(blockKey, 9);
  }

  static long lastSequenceNumber(byte[] writeKey) {
    return (long) LONG.get(writeKey, 5);
  }
}
