package org.givre.plans.search.model;

import java.util.Locale;

/** Says what something needs beside what it is allowed. */
public final class LimitWords {
  private LimitWords() {}

  /** Such as {@code rack 0 level 1 would be outside for 9.4 s, 5.0 s are allowed}. */
  public static String outside(String what, double seconds, double allowed) {
    return "%s would be outside for %s s, %s s are allowed"
        .formatted(what, rounded(seconds, allowed), rounded(allowed, seconds));
  }

  /** Such as {@code tube 3 would get 9.4 weighted seconds, 3.0 are allowed}. */
  public static String warmed(String what, double weightedSeconds, double allowed) {
    return "%s would get %s weighted seconds, %s are allowed"
        .formatted(what, rounded(weightedSeconds, allowed), rounded(allowed, weightedSeconds));
  }

  /** The same of a plan that was tried: no other came nearer to the limit. */
  public static String warmedInNearestPlan(String what, double weightedSeconds, double allowed) {
    return "%s would get %s weighted seconds in the nearest plan found, %s are allowed"
        .formatted(what, rounded(weightedSeconds, allowed), rounded(allowed, weightedSeconds));
  }

  /** To a tenth; finer where two different figures would look the same. */
  public static String rounded(double number, double beside) {
    var form = "%.1f";
    if (String.format(Locale.ROOT, form, number).equals(String.format(Locale.ROOT, form, beside))) {
      form = "%.4f";
    }
    return String.format(Locale.ROOT, form, number);
  }
}
