package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** What a file would lead to, for people. */
final class DryRunText {
  private DryRunText() {}

  static String of(JsonNode report) {
    var invalid = report.path("invalid").asInt();
    return (invalid == 0
            ? "All rows are right. Nothing was changed."
            : "%d rows are wrong. Nothing was changed.".formatted(invalid))
        + ProblemText.errors(report.path("errors"));
  }

  /** What the shell is told. */
  static int exitCode(JsonNode report) {
    var valid = report.path("invalid").asInt() == 0 && report.path("errors").isEmpty();
    return valid ? ExitCode.OK : ExitCode.MALFORMED;
  }
}
