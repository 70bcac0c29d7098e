package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.givre.devices.action.ActionAnswer;

/**
 * Answers actions, once whom they concern has decided: with a record of what was accepted, or with
 * the problem that it was refused for. Either has the revision and, refused, what is allowed now.
 *
 * @param kind of the target: {@code job}, {@code device} or {@code site}
 */
record ActionReply(String kind, String target) {

  HttpResponse to(AskedAction asked, ActionAnswer answer) {
    var revision = Revisions.header(answer.revision());
    if (answer.refusal().isPresent()) {
      throw refusal(asked, answer).with(revision).thrown();
    }
    return Replies.json(202, record(asked, answer)).addHeader(revision);
  }

  private static Problem refusal(AskedAction asked, ActionAnswer answer) {
    return asked
        .finding()
        .orElseGet(() -> problem(answer.refusal().orElseThrow(), answer.detail()))
        .withActions(answer.allowed());
  }

  private static Problem problem(String refusal, String detail) {
    var code = ProblemCode.of(refusal);
    return Problem.of(code, detail.isBlank() ? code.title() + "." : detail);
  }

  private ObjectNode record(AskedAction asked, ActionAnswer answer) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", answer.id()).put("type", asked.action().type());
    json.put("state", answer.done() ? "DONE" : "ACCEPTED").put("reason", asked.reason());
    json.put("promisedAt", answer.promisedAt().map(Instant::toString).orElse(null));
    json.put(kind, target).put("by", asked.who());
    var arguments = json.putObject("arguments");
    asked.action().arguments().forEach(arguments::put);
    return json;
  }
}
