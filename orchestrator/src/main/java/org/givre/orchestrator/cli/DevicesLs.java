package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code givre devices ls}. */
@Command(name = "ls", description = "List devices and how they are.")
final class DevicesLs extends ApiCommand {
  DevicesLs(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    return api.get("/v1/devices?limit=500");
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    var table = new Table("DEVICE", "KIND", "STATE", "SINCE", "HOLDS", "REASON");
    for (var device : answer.path("devices")) {
      table.row(
          device.path("id").asText(),
          device.path("kind").asText(),
          device.path("state").asText(),
          Figures.text(device.path("since")),
          Integer.toString(device.path("holds").size()),
          Figures.text(device.path("reason")));
    }
    table.print(terminal.out());
  }
}
