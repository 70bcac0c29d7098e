package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the demo shows at the end: each tube's way, and how warm it all got. */
final class DemoReport {
  private final EngineApi api;
  private final PrintStream out;

  DemoReport(EngineApi api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  void print(JsonNode job, Duration took) {
    tubes(job);
    out.println();
    out.println(
        "%s: %s tubes in %s"
            .formatted(JobText.state(job), JobText.delivered(job), Figures.duration(took)));
    out.println();
    totals(job);
  }

  private void tubes(JsonNode job) {
    var receipt = api.get("/v1/jobs/" + job.path("id").asText() + "/receipt").json();
    var table = new Table("#", "ASKED", "TUBE", "FROM", "TO", "TUBE-SECONDS", "OUTCOME");
    for (var line : receipt.path("tubes")) {
      var tube = Figures.text(line.path("tube"));
      table.row(
          line.path("item").asText(),
          Figures.asked(job.path("items").path(line.path("item").asInt()).path("asked")),
          tube,
          origin(tube),
          Figures.position(line),
          Figures.rounded(line.path("exposureTubeSeconds")),
          line.path("outcome").asText());
    }
    table.print(out);
  }

  /** Where the robot took it from, by its custody history. */
  private String origin(String tube) {
    if (tube.isEmpty()) {
      return "";
    }
    var history = api.get("/v1/tubes/" + EngineApi.encoded(tube) + "/history").json();
    var from = "";
    for (var entry : history.path("entries")) {
      if (entry.path("what").asText().equals("picked")) {
        from = Figures.position(entry.path("from"));
      }
    }
    return from;
  }

  private void totals(JsonNode job) {
    var plan = api.get("/v1/jobs/" + job.path("id").asText() + "/plan").json();
    var actual = job.path("exposure").path("actualTubeSeconds").asDouble();
    var table = new Table("WARM EXPOSURE OF ALL TUBES", "TUBE-SECONDS", "");
    table.row("as it happened", Figures.rounded(actual), "");
    compared(table, "as planned", plan.path("exposureTubeSeconds"), actual);
    compared(table, "first come, first served", plan.path("fifoTubeSeconds"), actual);
    compared(table, "lower bound of any plan", plan.path("lowerBoundTubeSeconds"), actual);
    table.print(out);
  }

  private static void compared(Table table, String name, JsonNode other, double actual) {
    var times = String.format(Locale.ROOT, "%.2f times", other.asDouble() / actual);
    table.row(name, Figures.rounded(other), times);
  }
}
