package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code givre site show}. */
@Command(name = "show", description = "Show the site: its time, and whether it is held.")
final class SiteShow extends ApiCommand {
  SiteShow(Workplace workplace) {
    super(workplace);
  }

  @Override
  Reply asked(EngineApi api) {
    return api.get("/v1/site");
  }

  @Override
  void print(JsonNode answer, Terminal terminal) {
    var out = terminal.out();
    out.println("store        " + Figures.text(answer.path("store")));
    out.println("version      " + Figures.text(answer.path("version")));
    out.println("mode         " + Figures.text(answer.path("mode")));
    out.println("engine time  " + Figures.text(answer.path("engineTime")));
    out.println("speed        " + Figures.text(answer.path("speed")));
    out.println("hold         " + hold(answer.path("hold")));
    out.println("company      " + company(answer.path("company")));
  }

  private static String company(JsonNode company) {
    return "waiting jobs: %s; jobs that have waited: %s, which saved %s tube-seconds"
        .formatted(
            Figures.text(company.path("waitingJobs")),
            Figures.text(company.path("servedJobs")),
            Figures.rounded(company.path("savedTubeSeconds")));
  }

  private static String hold(JsonNode hold) {
    if (!hold.path("held").asBoolean()) {
      return "none";
    }
    var promise = Figures.text(hold.path("promisedAt"));
    return "since %s (%s), %s"
        .formatted(
            Figures.text(hold.path("since")),
            Figures.text(hold.path("reason")),
            hold.path("atRest").asBoolean()
                ? "nothing is under way"
                : "at rest by " + (promise.isEmpty() ? "a time that cannot be told" : promise));
  }
}
