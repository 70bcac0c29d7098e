package org.givre.orchestrator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre devices pause ID} and its like. */
@Command
final class DeviceAction extends ActionCommand {
  @Parameters(paramLabel = "ID", description = "The picker, dewar or port.")
  private String id;

  DeviceAction(Workplace workplace, String type) {
    super(workplace, type);
  }

  @Override
  String target() {
    return "/v1/devices/" + EngineApi.encoded(id);
  }
}
