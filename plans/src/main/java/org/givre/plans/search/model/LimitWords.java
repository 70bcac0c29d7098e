package org.givre.plans.search.model;

import java.util.Locale;

/** Says what something comes to beside what it is allowed. */
public final class LimitWords {
  /** That a figure is the nearest to its limit in plans that were tried; no bound. */
  public static final String NEAREST_PLAN = " in the nearest plan found";

  /** The same of lifts of one rack. */
  public static final String NEAREST_LIFTS = " in the nearest lifts found";

  private LimitWords() {}

  /** Such as {@code rack 0 level 1 would be outside for 9.4 s, 5.0 s are allowed}. */
  public static String outside(String what, double seconds, double allowed) {
    return outside(what, "", seconds, allowed);
  }

  /**
   * The same.
   *
   * @param found where the figure is from, such as {@link #NEAREST_LIFTS}
   */
  public static String outside(String what, String found, double seconds, double allowed) {
    return figures(
        what + " would be outside for %s s" + found + ", %s s are allowed", seconds, allowed);
  }

  /** Such as {@code tube 3 would get 9.4 weighted seconds, 3.0 are allowed}. */
  public static String warmed(String what, double weightedSeconds, double allowed) {
    return warmed(what, "", weightedSeconds, allowed);
  }

  /**
   * The same.
   *
   * @param found where the figure is from, such as {@link #NEAREST_PLAN}
   */
  public static String warmed(String what, String found, double weightedSeconds, double allowed) {
    return figures(
        what + " would get %s weighted seconds" + found + ", %s are allowed",
        weightedSeconds,
        allowed);
  }

  /** Such as {@code delivered at 31.4 s in the nearest plan found, due by 12.0 s}. */
  public static String delivered(String what, double at, double deadline) {
    return figures(what + "delivered at %s s" + NEAREST_PLAN + ", due by %s s", at, deadline);
  }

  /** To a tenth; finer where two different figures would look the same. */
  private static String figures(String words, double reached, double allowed) {
    var coarse = "%.1f";
    boolean same = rounded(coarse, reached).equals(rounded(coarse, allowed));
    var form = same ? "%.4f" : coarse;
    return words.formatted(rounded(form, reached), rounded(form, allowed));
  }

  private static String rounded(String form, double number) {
    return String.format(Locale.ROOT, form, number);
  }
}
