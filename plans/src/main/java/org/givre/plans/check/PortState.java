package org.givre.plans.check;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.InstancePort;

/** A port while a plan runs: its buffer holds every batch from its start until it is cleared. */
final class PortState {
  private final InstancePort port;
  private final Station station;
  private final List<Batch> buffer = new ArrayList<>();

  PortState(InstancePort port) {
    this.port = port;
    this.station = Station.of(port);
  }

  InstancePort port() {
    return port;
  }

  Station station() {
    return station;
  }

  /** Batches come by rising start. */
  void receive(Occupation unload, int tubes, Findings findings) {
    buffer.removeIf(batch -> !Slack.after(batch.clearedSeconds(), unload.startSeconds()));
    buffer.add(new Batch(tubes, unload.endSeconds() + port.clearSeconds()));
    var held = buffer.stream().mapToInt(Batch::tubes).sum();
    if (held > port.bufferTubes()) {
      findings.add(
          ViolationKind.PORT_BUFFER,
          unload.op(),
          station.name(),
          "the buffer holds %d tubes, but would have to hold %d at %s s"
              .formatted(port.bufferTubes(), held, Wording.number(unload.startSeconds())));
    }
  }

  private record Batch(int tubes, double clearedSeconds) {}
}
