package org.givre.plans.instance;

/** A time in which a dewar, port or picker cannot be used; touching its edges is allowed. */
public record Window(double fromSeconds, double toSeconds) {
  public Window {
    Values.finite("from_s", fromSeconds);
    if (!(toSeconds >= fromSeconds)) {
      throw new RefusedValue("to_s", "an end that is not before from_s", toSeconds);
    }
  }
}
