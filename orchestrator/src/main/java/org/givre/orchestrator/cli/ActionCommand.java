package org.givre.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/**
 * A command that has something done with a job, a device or the site. It looks first, and asks for
 * the revision that it has seen: what has changed in between is not acted on.
 */
abstract class ActionCommand extends ApiCommand {
  /** A job that is served changes with every tube: seldom as often as this between two calls. */
  private static final int MOST_REPEATS = 5;

  @Mixin private ActionOptions options;

  private final String type;

  /**
   * A command.
   *
   * @param type of the action, as the API names it
   */
  ActionCommand(Workplace workplace, String type) {
    super(workplace);
    this.type = type;
  }

  /** The job, device or site, as the API addresses it. */
  abstract String target();

  /** What of it must not have changed in between. */
  JsonNode state(JsonNode seen) {
    return seen.path("state");
  }

  /** Puts in what the action takes besides its reason. */
  void arguments(ObjectNode body) {}

  /** As long as it is in the state that was seen, a change of anything else does not matter. */
  @Override
  final Reply asked(EngineApi api) {
    var seen = api.get(target());
    var state = state(seen.json());
    for (int again = 0; again < MOST_REPEATS; again++) {
      try {
        return acted(api, seen);
      } catch (ProblemFailure refused) {
        seen = api.get(target());
        if (!refused.code().equals("revision-stale") || !state(seen.json()).equals(state)) {
          throw refused;
        }
      }
    }
    return acted(api, seen);
  }

  private Reply acted(EngineApi api, Reply seen) {
    var headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    seen.headers().firstValue("ETag").ifPresent(tag -> headers.addAll(List.of("If-Match", tag)));
    workplace().operatorName().ifPresent(name -> headers.addAll(List.of("X-Givre-Operator", name)));
    return api.post(target() + "/actions", BodyPublishers.ofString(body().toString()), headers);
  }

  private ObjectNode body() {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("type", type).put("reason", options.reason());
    arguments(body);
    return body;
  }

  @Override
  final void print(JsonNode answer, Terminal terminal) {
    var promise = Figures.text(answer.path("promisedAt"));
    terminal
        .out()
        .println(
            "%s: %s%s"
                .formatted(
                    type,
                    answer.path("state").asText("ACCEPTED"),
                    promise.isEmpty() ? "" : ", by " + promise + " (engine time)"));
  }
}
