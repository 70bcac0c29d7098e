package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.net.URI;

/** What to try while the demo stays up. */
final class DemoHints {
  private DemoHints() {}

  static void print(URI url, JsonNode job, PrintStream out) {
    var id = job.path("id").asText();
    var tube = job.path("items").path(0).path("tube").asText();
    out.println();
    out.println("The engine stays up until you press Ctrl-C. Try:");
    out.println("  curl -s " + url + "/v1/jobs/" + id);
    out.println("  curl -s " + url + "/v1/jobs/" + id + "/plan");
    out.println("  curl -s -H 'Accept: text/csv' " + url + "/v1/jobs/" + id + "/receipt");
    out.println("  curl -s " + url + "/v1/tubes/" + tube + "/history");
    out.println("  curl -s " + url + "/v1/tubes/" + tube + "/exposure");
    out.println("  curl -s " + url + "/v1/devices");
    out.println("  curl -sN '" + url + "/v1/events?job=" + id + "&after=0'");
    out.println(
        "  curl -s -H 'Content-Type: application/json' "
            + url
            + "/v1/jobs -d '"
            + anotherJob(job)
            + "'");
  }

  /** One more aliquot of the first specimen. */
  private static String anotherJob(JsonNode job) {
    var asked = job.path("items").path(0).path("asked");
    return "{\"type\":\"retrieve\",\"items\":[{\"specimen\":\"%s\",\"material\":\"%s\"}]}"
        .formatted(Figures.text(asked.path("specimen")), Figures.text(asked.path("material")));
  }
}
