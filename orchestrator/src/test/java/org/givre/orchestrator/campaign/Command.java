package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What an operator wants done.
 *
 * @param target {@code jobs/ID}, {@code devices/ID} or {@code site}
 */
record Command(String target, String type, ObjectNode arguments) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Command of(String target, String type) {
    return new Command(target, type, MAPPER.createObjectNode());
  }

  Command with(String argument, String value) {
    arguments.put(argument, value);
    return this;
  }

  Command with(String argument, int value) {
    arguments.put(argument, value);
    return this;
  }

  Command withList(String argument, String value) {
    arguments.putArray(argument).add(value);
    return this;
  }

  String path() {
    return "/v1/%s/actions".formatted(target);
  }

  String body(String reason) {
    return arguments.deepCopy().put("type", type).put("reason", reason).toString();
  }

  /**
   * A command that was sent; without an answer it may have been carried out or not.
   *
   * @param reason no other command has the same
   */
  record Sent(Command command, String reason, Optional<Answer> answer) {
    boolean accepted() {
      return answer.filter(a -> a.status() == 202).isPresent();
    }
  }
}
