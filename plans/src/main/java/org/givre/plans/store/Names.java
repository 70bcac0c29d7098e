package org.givre.plans.store;

/** What a name of the store may look like. */
final class Names {
  /** Long enough for every barcode and ULID in use, short enough for an index of 20 million. */
  private static final int LONGEST = 64;

  private Names() {}

  static void check(String what, String value) {
    if (value.isEmpty() || value.length() > LONGEST || !printable(value)) {
      throw new IllegalArgumentException(
          "A %s has 1 to %d printable ASCII characters without blanks; found \"%s\""
              .formatted(what, LONGEST, value));
    }
  }

  /** A loop, because it looks at every barcode of twenty million at each start. */
  private static boolean printable(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }
}
