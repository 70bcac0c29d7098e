package org.givre.plans.search.model;

/**
 * Marks tell contents apart, but for odds of 2^-64, and put them in an order that means nothing but
 * is always the same. Where the order of several must not matter, their marks are added.
 */
final class Marks {
  private Marks() {}

  /** Stirs a mark or a number. Source: Stafford's variant 13 of the finalizer of MurmurHash3. */
  static long mix(long mark) {
    long mixed = mark + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
