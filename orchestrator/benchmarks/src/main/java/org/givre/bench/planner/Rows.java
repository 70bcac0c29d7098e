package org.givre.bench.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must be reached and whether it is, line by line. */
final class Rows {
  private final List<String> lines = new ArrayList<>();

  /** A figure that must be at most so much. */
  void atMost(String what, double limit, double is) {
    row(what, "<= " + rounded(limit), rounded(is), is <= limit);
  }

  /** A figure that must be at least so much. */
  void atLeast(String what, double limit, double is) {
    row(what, ">= " + rounded(limit), rounded(is), is >= limit);
  }

  /** Something that must be so. */
  void must(String what, boolean is) {
    row(what, "yes", is ? "yes" : "no", is);
  }

  /** A figure without a limit. */
  void figure(String what, double is) {
    lines.add("| %s | - | %s | |".formatted(what, rounded(is)));
  }

  private void row(String what, String must, String is, boolean isMet) {
    lines.add("| %s | %s | %s | %s |".formatted(what, must, is, isMet ? "pass" : "**missed**"));
  }

  String table() {
    return "| what | must be | is | |\n|---|---|---|---|\n" + String.join("\n", lines);
  }

  /** Figures near 1 are ratios and need their digits. */
  private static String rounded(double figure) {
    return String.format(Locale.ROOT, Math.abs(figure) < 10 ? "%.4f" : "%,.1f", figure);
  }
}
