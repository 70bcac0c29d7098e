package org.givre.bench.planner;

/** Tells on standard error how far a long run has come. */
final class Progress {
  private Progress() {}

  static void tell(String format, Object... values) {
    System.err.printf(format + "%n", values);
  }
}
