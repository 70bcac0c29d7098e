package org.givre.orchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What the engine answered. */
record Reply(HttpHeaders headers, String body) {
  /** JSON that says nothing. */
  static final JsonNode NOTHING = MissingNode.getInstance();

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int FIRST_FAILURE = 300;

  /** The reply, unless it tells of a problem. */
  static Reply checked(int status, HttpHeaders headers, String body) {
    if (status >= FIRST_FAILURE) {
      throw failure(status, body);
    }
    return new Reply(headers, body);
  }

  /** The body as JSON; missing when it is none. */
  JsonNode json() {
    return parsed(body);
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException notJson) {
      return NOTHING;
    }
  }

  private static CommandFailure failure(int status, String body) {
    var problem = parsed(body);
    var code = problem.path("code").asText();
    return new ProblemFailure(
        code, ExitCode.ofProblem(status, code), ProblemText.of(status, problem));
  }
}
