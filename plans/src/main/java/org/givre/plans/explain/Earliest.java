package org.givre.plans.explain;

import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.explain.Binding.Kind;
import org.givre.plans.instance.Window;

/** The earliest start of one operation, raised by one constraint after the other. */
final class Earliest {
  /** What is later by less is not later: the constraint that was named first binds. */
  private static final double SAME_SECONDS = 1e-9;

  private double seconds = Double.NEGATIVE_INFINITY;
  private Kind kind = Kind.WAY;
  private int resource;
  private OptionalInt after = OptionalInt.empty();

  double seconds() {
    return seconds;
  }

  void notBefore(double until, Kind why, int whose, OptionalInt operation) {
    if (until > seconds + SAME_SECONDS) {
      set(until, why, whose, operation);
    }
  }

  private void set(double until, Kind why, int whose, OptionalInt operation) {
    seconds = until;
    kind = why;
    resource = whose;
    after = operation;
  }

  /** Moves on to where {@code length} seconds overlap none of the windows; whether it moved. */
  boolean outside(List<Window> windows, double length, Kind why, int whose) {
    boolean moved = false;
    for (var window : windows) {
      if (seconds < window.toSeconds() && seconds + length > window.fromSeconds()) {
        set(window.toSeconds(), why, whose, OptionalInt.empty());
        moved = true;
      }
    }
    return moved;
  }

  Binding binding() {
    return new Binding(kind, resource, seconds, after);
  }
}
