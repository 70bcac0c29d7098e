package org.givre.orchestrator.columns;

import java.nio.charset.StandardCharsets;

/**
 * Names, numbered from 0 in the order they came, and found again: about 12 bytes a barcode, index
 * included. Names are printable ASCII and are never taken out. Not thread-safe.
 */
public final class NameTable {
  /** No such name. */
  public static final int NONE = HashSlots.NONE;

  private final PackedNames names;
  private final HashSlots slots = new HashSlots();

  private NameTable(int block) {
    names = new PackedNames(block);
  }

  /** For names of which each comes once: in as little room as may be. */
  public static NameTable ofMany() {
    return new NameTable(8);
  }

  /** For names that come again and again: found sooner. */
  public static NameTable ofRepeated() {
    return new NameTable(1);
  }

  public int size() {
    return names.size();
  }

  /** The number of {@code name}, or {@link #NONE}. */
  public int indexOf(String name) {
    var bytes = bytes(name);
    return find(bytes, hash(bytes));
  }

  private int find(byte[] name, long hash) {
    return slots.find(hash, index -> names.reader(index).is(name));
  }

  /** The number of {@code name}, which is new if it was not here yet. */
  public int add(String name) {
    var bytes = bytes(name);
    var hash = hash(bytes);
    var known = find(bytes, hash);
    if (known != NONE) {
      return known;
    }
    names.add(bytes);
    if (slots.full()) {
      rehash();
    } else {
      slots.put(hash, size() - 1);
    }
    return size() - 1;
  }

  private void rehash() {
    slots.grow();
    var reader = names.reader(0);
    slots.put(reader.hash(), 0);
    for (int index = 1; index < size(); index++) {
      reader.next();
      slots.put(reader.hash(), index);
    }
  }

  public String name(int index) {
    return names.reader(index).text();
  }

  private static long hash(byte[] name) {
    return PackedNames.hash(name, name.length);
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
