package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre jobs show ID}. */
@Command(name = "show", description = "Show a job and its tubes.")
final class JobsShow extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id;

  JobsShow(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    return api.get("/v1/jobs/" + EngineApi.encoded(id));
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    terminal.out().println(JobText.of(answer));
  }
}
