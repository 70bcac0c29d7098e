package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.explain.Binding.Kind;
import org.givre.plans.instance.InstancePort;

/** A port while operations are timed: who is docked, and what is in its buffer until when. */
final class PortTrack {
  final InstancePort port;
  private final List<Batch> batches = new ArrayList<>();

  private record Batch(int tubes, double endSeconds, double clearedSeconds, int operation) {}

  PortTrack(InstancePort port) {
    this.port = port;
  }

  /**
   * An unload waits until nobody is docked and its tubes have room. More tubes than the buffer ever
   * holds wait for an empty one.
   */
  void room(Earliest earliest, int tubes) {
    if (batches.isEmpty()) {
      return;
    }
    var last = batches.get(batches.size() - 1);
    earliest.notBefore(
        last.endSeconds(), Kind.PORT_BUSY, port.id(), OptionalInt.of(last.operation()));
    var held = batches.stream().mapToInt(Batch::tubes).sum();
    for (int first = 0; first < batches.size() && held + tubes > port.bufferTubes(); first++) {
      var batch = batches.get(first);
      earliest.notBefore(
          batch.clearedSeconds(), Kind.PORT_FULL, port.id(), OptionalInt.of(batch.operation()));
      held -= batch.tubes();
    }
  }

  /** Batches leave the buffer in the order they came. */
  void received(int tubes, double endSeconds, int operation) {
    batches.add(new Batch(tubes, endSeconds, endSeconds + port.clearSeconds(), operation));
  }
}
