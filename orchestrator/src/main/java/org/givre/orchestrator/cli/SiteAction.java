package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code givre site hold} and {@code givre site release}. */
@Command
final class SiteAction extends ActionCommand {
  SiteAction(Workplace workplace, String type) {
    super(workplace, type);
  }

  @Override
  String target() {
    return "/v1/site";
  }

  @Override
  JsonNode state(JsonNode seen) {
    return seen.path("hold").path("held");
  }
}
