package org.givre.plans.check;

/** Comparisons of times, which allow for rounding: 1e-4 s, as the exchange format says. */
final class Slack {
  static final double SECONDS = 1e-4;

  private Slack() {}

  static boolean before(double seconds, double limit) {
    return seconds < limit - SECONDS;
  }

  static boolean after(double seconds, double limit) {
    return seconds > limit + SECONDS;
  }
}
