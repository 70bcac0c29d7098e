package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A problem of the API, in words. */
final class ProblemText {
  /** As many as fit a screen; {@code --json} of the API has them all. */
  private static final int MOST_ERRORS = 20;

  private ProblemText() {}

  static String of(int status, JsonNode problem) {
    var title = problem.path("title").asText("The engine answered " + status);
    var detail = problem.path("detail").asText();
    var text = new StringBuilder(detail.isEmpty() ? title : detail);
    if (problem.hasNonNull("code")) {
      text.append(" [").append(problem.get("code").asText()).append(']');
    }
    text.append(errors(problem.path("errors"))).append(errors(problem.path("blockers")));
    if (!problem.path("actions").isEmpty()) {
      text.append("\n  allowed now: ").append(words(problem.get("actions")));
    }
    return text.toString();
  }

  /** One line for each error, each after a line break. */
  static String errors(JsonNode errors) {
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(errors.size(), MOST_ERRORS); i++) {
      text.append("\n  ").append(line(errors.get(i)));
    }
    if (errors.size() > MOST_ERRORS) {
      text.append("\n  and %d more".formatted(errors.size() - MOST_ERRORS));
    }
    return text.toString();
  }

  private static String line(JsonNode error) {
    var row = error.path("row").asText();
    var place = row.isEmpty() ? error.path("pointer").asText() : "row " + row;
    var what = error.path("message").asText(error.path("resource").asText());
    var code = error.hasNonNull("code") ? " [" + error.get("code").asText() + "]" : "";
    return (place.isEmpty() ? "" : place + ": ") + what + code;
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
