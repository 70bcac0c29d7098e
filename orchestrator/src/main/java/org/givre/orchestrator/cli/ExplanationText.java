package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.function.UnaryOperator;

/** An explanation for people, of a file or of an engine. */
final class ExplanationText {
  private final JsonNode json;
  private final UnaryOperator<String> fields;

  /**
   * For one explanation.
   *
   * @param fields what the API's fields are called in it
   */
  ExplanationText(JsonNode json, UnaryOperator<String> fields) {
    this.json = json;
    this.fields = fields;
  }

  void print(PrintStream out) {
    json.path("why").forEach(sentence -> out.println(sentence.asText()));
    list("Until it begins:", field(json, "untilFirst"), out);
    list("Until its last tube is delivered:", field(json, "untilLast"), out);
    if (json.path("explains").asText().equals("summary")) {
      lifts(out);
      jobs(out);
    } else if (!json.path("explains").asText().equals("wait")) {
      list("Instead:", json.path("alternatives"), out);
    }
  }

  private static void list(String title, JsonNode entries, PrintStream out) {
    if (!entries.isEmpty()) {
      out.println(title);
      entries.forEach(entry -> out.println("  " + entry.path("why").asText()));
    }
  }

  private JsonNode field(JsonNode of, String name) {
    return of.path(fields.apply(name));
  }

  private void lifts(PrintStream out) {
    var table =
        new Table("LIFT", "RACK", "MODE", "PICKER", "START", "TUBES", "JOBS", "TUBE-SECONDS");
    for (var lift : json.path("lifts")) {
      table.row(
          lift.path("lift").asText(),
          lift.path("rack").asText(),
          lift.path("mode").asText(),
          lift.path("picker").asText(),
          time(field(lift, "startAt")),
          lift.path("tubes").asText(),
          String.valueOf(lift.path("jobs").size()),
          Figures.rounded(field(lift, "exposureTubeSeconds")));
    }
    table.print(out);
  }

  private void jobs(PrintStream out) {
    var table = new Table("JOB", "TUBES", "DELIVERED", "LAST", "LATE S", "TUBE-SECONDS");
    for (var job : json.path("jobs")) {
      table.row(
          job.path("job").asText(),
          job.path("tubes").asText(),
          job.path("delivered").asText(),
          time(field(job, "deliveredAt")),
          Figures.rounded(field(job, "lateSeconds")),
          Figures.rounded(field(job, "exposureTubeSeconds")));
    }
    table.print(out);
  }

  private static String time(JsonNode at) {
    return at.isNumber() ? Figures.rounded(at) : Figures.text(at);
  }
}
