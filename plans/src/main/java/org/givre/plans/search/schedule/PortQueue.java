package org.givre.plans.search.schedule;

import org.givre.plans.search.model.Closures;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Port;

/** What happens at one port, by rising time. */
final class PortQueue {
  private static final int FIRST_BATCHES = 8;

  final Port port;
  private int[] tubes = new int[FIRST_BATCHES];
  private double[] cleared = new double[FIRST_BATCHES];
  private int first;
  private int next;
  private int held;
  private double free;

  PortQueue(Port port) {
    this.port = port;
    clear();
  }

  /** Back to the beginning. */
  void clear() {
    first = 0;
    next = 0;
    held = 0;
    free = Double.NEGATIVE_INFINITY;
  }

  /**
   * First start for unloading {@code more} tubes in {@code seconds} by a picker there at {@code
   * at}.
   */
  double firstStart(Picker picker, double at, int more, double seconds) {
    double start = Math.max(at, free);
    if (held + more > port.bufferTubes) {
      start = Math.max(start, roomFor(more));
    }
    return Closures.firstOpening(port.closures, picker.closures, start, seconds);
  }

  /** When the buffer has room; batches leave it in the order they came. */
  private double roomFor(int more) {
    int left = held;
    double at = Double.NEGATIVE_INFINITY;
    for (int batch = first; batch < next && left + more > port.bufferTubes; batch++) {
      left -= tubes[batch];
      at = cleared[batch];
    }
    return at;
  }

  void unload(double start, double end, int more) {
    while (first < next && cleared[first] <= start) {
      held -= tubes[first];
      first++;
    }
    if (next == tubes.length) {
      tubes = java.util.Arrays.copyOf(tubes, 2 * next);
      cleared = java.util.Arrays.copyOf(cleared, 2 * next);
    }
    tubes[next] = more;
    cleared[next] = end + port.clearSeconds;
    next++;
    held += more;
    free = end;
  }
}
