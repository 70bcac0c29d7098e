package org.givre.journal.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Names a store for ever. Every checksum begins with it, so that a record of another store, or of
 * another one's backup, is never taken for one of this.
 *
 * @param text 32 hexadecimal digits
 */
public record StoreId(String text) {
  private static final int BYTES = 16;

  public StoreId {
    if (!text.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException(
          "A store's id has 32 hexadecimal digits; found \"%s\"".formatted(text));
    }
  }

  static StoreId random(RandomGenerator chance) {
    var bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new StoreId(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(text);
  }

  /** What the first block of the chain has for its predecessor's hash. */
  byte[] genesis() {
    return Sha256.of(("givre-journal/1 " + text).getBytes(UTF_8));
  }
}
