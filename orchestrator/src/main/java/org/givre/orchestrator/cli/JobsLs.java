package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code givre jobs ls}. */
@Command(name = "ls", description = "List jobs, newest first.")
final class JobsLs extends ApiCommand {
  @Option(names = "--state", paramLabel = "STATE", description = "Only jobs in this state.")
  private Optional<String> state = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, 1 to 500 (${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Go on where a list that was too long ended.")
  private Optional<String> cursor = Optional.empty();

  JobsLs(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    var query =
        "?limit="
            + limit
            + state.map(s -> "&state=" + EngineApi.encoded(s)).orElse("")
            + cursor.map(c -> "&cursor=" + EngineApi.encoded(c)).orElse("");
    return api.get("/v1/jobs" + query);
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    var table =
        new Table("JOB", "STATE", "DELIVERED", "OF", "PRIORITY", "TUBE-SECONDS", "REFERENCE");
    answer.path("jobs").forEach(job -> row(job, table));
    if (table.isEmpty()) {
      terminal.out().println("No jobs.");
      return;
    }
    table.print(terminal.out());
    if (answer.hasNonNull("next")) {
      terminal.err().println("There are more: --cursor " + answer.get("next").asText());
    }
  }

  private static void row(JsonNode job, Table table) {
    table.row(
        job.path("id").asText(),
        job.path("state").asText(),
        job.path("progress").path("delivered").asText(),
        job.path("progress").path("total").asText(),
        job.path("priority").asText(),
        Figures.rounded(job.path("exposure").path("actualTubeSeconds")),
        Figures.text(job.path("externalRef")));
  }
}
