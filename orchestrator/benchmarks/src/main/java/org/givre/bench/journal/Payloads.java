package org.givre.bench.journal;

import java.util.SplittableRandom;

/** What is stored: 100 bytes of chance, which do not compress. */
final class Payloads {
  private static final int BYTES = 100;

  /** Enough that none is stored twice in one block of a table. */
  private static final int DIFFERENT = 4096;

  private static final byte[][] ALL = all();

  private Payloads() {}

  private static byte[][] all() {
    var chance = new SplittableRandom(1);
    var all = new byte[DIFFERENT][BYTES];
    for (var payload : all) {
      chance.nextBytes(payload);
    }
    return all;
  }

  static byte[] of(long number) {
    return ALL[(int) (number & (DIFFERENT - 1))];
  }
}
