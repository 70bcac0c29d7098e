package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A job of the API, for people. */
final class JobText {
  private static final Set<String> OVER =
      Set.of("COMPLETED", "COMPLETED_WITH_EXCEPTIONS", "CANCELLED", "FAILED", "EXPIRED");

  private static final String COMPANY = "waits-for-company";

  private JobText() {}

  /** Whether nothing will change any more. */
  static boolean isOver(JsonNode job) {
    return OVER.contains(state(job));
  }

  /** What the shell is told about a job that is over. */
  static int exitCode(JsonNode job) {
    return state(job).equals("COMPLETED") ? ExitCode.OK : ExitCode.FAILED;
  }

  static String state(JsonNode job) {
    return job.path("state").asText();
  }

  /** How far it has come, in one line. */
  static String progress(JsonNode job) {
    return "%s  %s tubes  %s tube-seconds so far"
        .formatted(
            state(job),
            delivered(job),
            Figures.rounded(job.path("exposure").path("actualTubeSeconds")));
  }

  /** The job and its items, in lines. */
  static String of(JsonNode job) {
    var lines = new ArrayList<String>();
    lines.add("job        " + job.path("id").asText());
    lines.add("state      " + state(job) + reason(job));
    lines.add("delivered  " + delivered(job));
    lines.add("exposure   " + exposure(job));
    if (job.path("eta").hasNonNull("p50") && !isOver(job)) {
      lines.add("done by    " + job.path("eta").get("p50").asText() + " (engine time)");
    }
    job.path("blockers").forEach(blocker -> lines.add("waits for  " + blocker(blocker, job)));
    if (job.path("company").hasNonNull("savedTubeSeconds")) {
      lines.add("saved      " + saved(job.path("company")));
    }
    lines.addAll(items(job.path("items")));
    return String.join("\n", lines);
  }

  private static String reason(JsonNode job) {
    var reason = Figures.text(job.path("reason"));
    return reason.isEmpty() ? "" : " (" + reason + ")";
  }

  /** Such as {@code 43 of 92}. */
  static String delivered(JsonNode job) {
    var progress = job.path("progress");
    return progress.path("delivered").asText() + " of " + progress.path("total").asText();
  }

  private static String exposure(JsonNode job) {
    var exposure = job.path("exposure");
    var predicted = Figures.rounded(exposure.path("predictedTubeSeconds"));
    var bound = Figures.rounded(exposure.path("lowerBoundTubeSeconds"));
    return Figures.rounded(exposure.path("actualTubeSeconds"))
        + " tube-seconds"
        + (isOver(job) ? "" : " so far")
        + (predicted.isEmpty() ? "" : ", %s planned".formatted(predicted))
        + (bound.isEmpty() ? "" : ", %s at the least".formatted(bound));
  }

  private static String saved(JsonNode company) {
    return Figures.rounded(company.path("savedTubeSeconds"))
        + " tube-seconds, by waiting for company";
  }

  private static String company(JsonNode job) {
    var company = job.path("company");
    return ("company, %s of %s tubes, until %s at the latest; "
            + "saves about %s tube-seconds if nobody else comes")
        .formatted(
            company.path("items").asText(),
            job.path("progress").path("total").asText(),
            Figures.text(company.path("until")),
            Figures.rounded(company.path("estimatedSavingTubeSeconds")));
  }

  private static String blocker(JsonNode blocker, JsonNode job) {
    if (Figures.text(blocker.path("code")).equals(COMPANY) && job.hasNonNull("company")) {
      return company(job);
    }
    var by = Figures.text(blocker.path("by"));
    return "%s %s%s"
        .formatted(
            Figures.text(blocker.path("code")),
            Figures.text(blocker.path("resource")),
            by.isEmpty() ? "" : " by " + by);
  }

  private static List<String> items(JsonNode items) {
    var table = new Table("#", "ASKED", "TUBE", "STATE", "POSITION", "SECONDS", "REASON");
    for (var item : items) {
      table.row(
          item.path("index").asText(),
          Figures.asked(item.path("asked")),
          Figures.text(item.path("tube")),
          item.path("state").asText(),
          Figures.position(item.path("position")),
          Figures.rounded(item.path("exposureSeconds")),
          Figures.text(item.path("reason")));
    }
    return table.isEmpty() ? List.of() : table.lines();
  }
}
