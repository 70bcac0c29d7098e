package org.givre.orchestrator.columns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names, numbered from 0 in the order they came, in as few bytes as is cheap: about five for a
 * barcode of two letters and eight digits.
 *
 * <p>Names stand in blocks. Of a name only what differs from the one before in its block is
 * written: how much it shares, how much follows, and then half a byte for a digit and a whole one
 * for any other printable character of ASCII. Not thread-safe.
 */
final class PackedNames {
  /** Longer than any name may be, and a material, which is the longest text kept here. */
  private static final int LONGEST = 255;

  private static final int DIGITS = 10;
  private static final int HALF = 15;
  private static final int BEFORE_DIGITS = '0' - ' ';

  private final ByteColumn pool = new ByteColumn();
  private final IntColumn blocks = new IntColumn();
  private byte[] last = {};
  private boolean halfFree;
  private final int block;
  private int size;

  /**
   * No names yet.
   *
   * @param block how many stand together: more take less room, fewer are found sooner
   */
  PackedNames(int block) {
    this.block = block;
  }

  int size() {
    return size;
  }

  void add(byte[] name) {
    check(name);
    if (size % block == 0) {
      blocks.add(pool.size());
      halfFree = false;
      last = new byte[0];
    }
    var shared = Math.min(HALF, sharedWithLast(name));
    write(shared);
    writeLength(name.length - shared);
    for (int i = shared; i < name.length; i++) {
      writeCharacter(name[i]);
    }
    last = name.clone();
    size++;
  }

  private static void check(byte[] name) {
    if (name.length > LONGEST) {
      throw new IllegalArgumentException(
          "A name has at most %d characters, found %d".formatted(LONGEST, name.length));
    }
    for (byte character : name) {
      if (character < ' ' || character > '~') {
        throw new IllegalArgumentException(
            "A name has printable ASCII characters, found code %d".formatted(character));
      }
    }
  }

  private int sharedWithLast(byte[] name) {
    var mismatch = Arrays.mismatch(last, name);
    return mismatch < 0 ? name.length : mismatch;
  }

  private void writeLength(int length) {
    write(Math.min(length, HALF));
    if (length >= HALF) {
      write(length >>> 4);
      write(length & HALF);
    }
  }

  private void writeCharacter(int character) {
    var digit = character - '0';
    if (digit >= 0 && digit < DIGITS) {
      write(digit);
    } else {
      var code = digit < 0 ? character - ' ' : digit - DIGITS + BEFORE_DIGITS;
      write(DIGITS + (code >>> 4));
      write(code & HALF);
    }
  }

  private void write(int half) {
    if (halfFree) {
      pool.set(pool.size() - 1, pool.get(pool.size() - 1) | half);
    } else {
      pool.add(half << 4);
    }
    halfFree = !halfFree;
  }

  /** Reads from name {@code index} on. Many may read at once while nobody adds. */
  Reader reader(int index) {
    return new Reader(index);
  }

  /** Reads names one after another; stands on one from the start. */
  final class Reader {
    private byte[] name = new byte[32];
    private int length;
    private int index;

    /** The byte that is read next, and what the last one has left. */
    private int at;

    private int rest;
    private boolean halfLeft;

    private Reader(int index) {
      this.index = index - index % block - 1;
      while (this.index < index) {
        next();
      }
    }

    /** Goes to the name that follows, which must be there. */
    void next() {
      index++;
      if (index % block == 0) {
        at = blocks.get(index / block);
        halfLeft = false;
      }
      var shared = read();
      length = shared + readLength();
      if (length > name.length) {
        name = Arrays.copyOf(name, LONGEST);
      }
      for (int i = shared; i < length; i++) {
        name[i] = readCharacter();
      }
    }

    private int readLength() {
      var halves = read();
      return halves < HALF ? halves : read() << 4 | read();
    }

    private byte readCharacter() {
      var first = read();
      if (first < DIGITS) {
        return (byte) ('0' + first);
      }
      var code = (first - DIGITS) << 4 | read();
      return (byte) (code < BEFORE_DIGITS ? ' ' + code : '0' + DIGITS + code - BEFORE_DIGITS);
    }

    private int read() {
      halfLeft = !halfLeft;
      if (halfLeft) {
        rest = pool.get(at++);
        return rest >>> 4;
      }
      return rest & HALF;
    }

    boolean is(byte[] other) {
      return Arrays.equals(name, 0, length, other, 0, other.length);
    }

    long hash() {
      return PackedNames.hash(name, length);
    }

    String text() {
      return new String(name, 0, length, StandardCharsets.US_ASCII);
    }
  }

  /** A hash all of whose bits depend on all of the first {@code length} bytes. */
  static long hash(byte[] name, int length) {
    var hash = 0xcbf29ce484222325L;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ name[i]) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
