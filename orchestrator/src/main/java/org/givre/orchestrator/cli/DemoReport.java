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
    var table = new Table("#", "ASKED", "TUBE", "FROM", "TO", "SECONDS WARM", "STATE");
    job.path("items").forEach(item -> row(item, table));
    table.print(out);
    out.println();
    out.println(
        "%s: %s of %s tubes in %s"
            .formatted(
                JobText.state(job),
                job.path("progress").path("done").asText(),
                job.path("progress").path("total").asText(),
                Figures.duration(took)));
    totals(job);
  }

  private void row(JsonNode item, Table table) {
    var tube = Figures.text(item.path("tube"));
    table.row(
        item.path("index").asText(),
        Figures.asked(item.path("asked")),
        tube,
        origin(tube),
        Figures.position(item.path("position")),
        Figures.rounded(item.path("exposureSeconds")),
        item.path("state").asText());
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
    var table = new Table("WARM EXPOSURE", "TUBE-SECONDS", "");
    table.row("as it happened", Figures.rounded(actual), "");
    compared(table, "as planned", plan.path("exposureTubeSeconds"), actual);
    compared(table, "first come, first served", plan.path("fifoTubeSeconds"), actual);
    compared(table, "lower bound of any plan", plan.path("lowerBoundTubeSeconds"), actual);
    out.println();
    table.print(out);
  }

  private static void compared(Table table, String name, JsonNode other, double actual) {
    var percent = (other.asDouble() / actual - 1) * 100;
    table.row(name, Figures.rounded(other), String.format(Locale.ROOT, "%+.1f %%", percent));
  }
}
