package org.givre.plans.search.model;

import java.util.Comparator;
import java.util.List;
import org.givre.plans.instance.Window;

/** Times in which something cannot be used, by rising begin. */
public final class Closures {
  private static final Closures NONE = new Closures(List.of());

  private final double[] from;
  private final double[] to;

  private Closures(List<Window> windows) {
    var sorted = windows.stream().sorted(Comparator.comparingDouble(Window::fromSeconds)).toList();
    from = sorted.stream().mapToDouble(Window::fromSeconds).toArray();
    to = sorted.stream().mapToDouble(Window::toSeconds).toArray();
  }

  static Closures of(List<Window> windows) {
    return windows.isEmpty() ? NONE : new Closures(windows);
  }

  /** Whether it is always open. */
  public boolean isEmpty() {
    return from.length == 0;
  }

  /** The first moment from {@code start} on at which {@code length} seconds lie in the open. */
  public double firstOpening(double start, double length) {
    double at = start;
    for (int i = 0; i < from.length; i++) {
      if (at < to[i] && at + length > from[i]) {
        at = to[i];
      }
    }
    return at;
  }

  /** The first moment at which two resources are both open for {@code length} seconds. */
  public static double firstOpening(Closures one, Closures other, double start, double length) {
    if (one.isEmpty() && other.isEmpty()) {
      return start;
    }
    double at = start;
    while (true) {
      double next = other.firstOpening(one.firstOpening(at, length), length);
      if (next == at) {
        return at;
      }
      at = next;
    }
  }
}
