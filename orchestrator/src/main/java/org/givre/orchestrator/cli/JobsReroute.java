package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre jobs reroute ID}. */
@Command
final class JobsReroute extends JobAction {
  @Option(names = "--picker", paramLabel = "PICKER", description = "Only this one may pick.")
  private Optional<String> picker = Optional.empty();

  @Option(names = "--port", paramLabel = "PORT", description = "Deliver only there.")
  private Optional<String> port = Optional.empty();

  @Option(
      names = "--avoid",
      paramLabel = "DEVICE",
      split = ",",
      description = "Pickers and dewars that must not be used.")
  private List<String> avoid = new ArrayList<>();

  JobsReroute(Workplace workplace) {
    super(workplace, "reroute");
  }

  @Override
  void arguments(ObjectNode body) {
    picker.ifPresent(id -> body.put("picker", id));
    port.ifPresent(id -> body.put("port", id));
    if (!avoid.isEmpty()) {
      avoid.forEach(body.putArray("avoid")::add);
    }
  }
}
