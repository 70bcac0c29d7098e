package org.givre.plans.search.schedule;

import java.util.ArrayDeque;
import java.util.Deque;
import org.givre.plans.search.model.Closures;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Port;

/** What happens at one port, by rising time. */
final class PortQueue {
  private final Port port;
  private final Deque<Batch> buffer = new ArrayDeque<>();
  private double free = Double.NEGATIVE_INFINITY;

  PortQueue(Port port) {
    this.port = port;
  }

  private record Batch(int tubes, double cleared) {}

  /** First start for unloading {@code tubes} in {@code seconds} by a picker there at {@code at}. */
  double firstStart(Picker picker, double at, int tubes, double seconds) {
    double start = Math.max(Math.max(at, free), roomFor(tubes));
    return Closures.firstOpening(port.closures, picker.closures, start, seconds);
  }

  /** When the buffer has room; batches leave it in the order they came. */
  private double roomFor(int tubes) {
    int held = buffer.stream().mapToInt(Batch::tubes).sum();
    double at = Double.NEGATIVE_INFINITY;
    for (var batch : buffer) {
      if (held + tubes <= port.bufferTubes) {
        break;
      }
      held -= batch.tubes();
      at = batch.cleared();
    }
    return at;
  }

  void unload(double start, double end, int tubes) {
    while (!buffer.isEmpty() && buffer.peekFirst().cleared() < start) {
      buffer.removeFirst();
    }
    buffer.addLast(new Batch(tubes, end + port.clearSeconds));
    free = end;
  }
}
