package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code givre jobs release ID}. */
@Command(name = "release", description = "Let a held job go.")
final class JobsRelease extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id;

  JobsRelease(Workplace workplace) {
    super(workplace);
  }

  /** With the revision that we have just seen, so that we release what we looked at. */
  @Override
  Reply asked(EngineApi api) {
    var job = "/v1/jobs/" + EngineApi.encoded(id);
    var seen = api.get(job).headers().firstValue("ETag");
    var type = List.of("Content-Type", "application/json");
    return api.post(
        job + "/actions",
        BodyPublishers.ofString("{\"type\":\"release\"}"),
        seen.map(tag -> List.of("Content-Type", "application/json", "If-Match", tag)).orElse(type));
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    terminal.out().println("release of " + id + ": " + answer.path("state").asText("ACCEPTED"));
  }
}
