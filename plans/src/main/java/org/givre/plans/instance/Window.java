package org.givre.plans.instance;

/** A time in which a dewar, port or picker cannot be used; touching its edges is allowed. */
public record Window(double fromSeconds, double toSeconds) {
  public Window {
    Values.finite("unavailable.from_s", fromSeconds);
    if (!(toSeconds >= fromSeconds)) {
      throw new IllegalArgumentException(
          "A window must end after it begins; found %s to %s".formatted(fromSeconds, toSeconds));
    }
  }
}
