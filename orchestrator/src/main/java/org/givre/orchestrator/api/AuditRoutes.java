package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.view.AuditEntry;
import org.givre.orchestrator.view.View;

/**
 * {@code GET /v1/audit}: every action that anybody has asked for, in the order of the journal. How
 * its hashes are made: {@code docs/reference/audit.md}.
 */
final class AuditRoutes extends Resource {
  /** How many entries are looked through at a time. */
  private static final int STRETCH = 1_000;

  private final View view;

  AuditRoutes(ApiParts parts) {
    this.view = parts.view();
  }

  @Override
  Route routes() {
    return path(segment("audit"), () -> get(() -> answerNow(this::page)));
  }

  /** What a list is restricted to; what is empty does not restrict it. */
  private record Filter(List<String> targets, List<String> types, Optional<String> outcome) {
    static Filter of(Query query) {
      return new Filter(
          query.parts("target"),
          query.parts("type"),
          query.chosen("outcome", "ACCEPTED", "REFUSED"));
    }

    boolean accepts(AuditEntry entry) {
      return (targets.isEmpty()
              || targets.contains(entry.target().id())
              || targets.contains(entry.target().kind()))
          && (types.isEmpty() || types.contains(entry.type()))
          && outcome.stream().allMatch(entry.outcome()::equals);
    }
  }

  private HttpResponse page(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var query = Query.of(request, "target", "type", "outcome", "limit", "cursor");
    var filter = Filter.of(query);
    var limit = query.limit();
    var after = query.cursor(Long.MAX_VALUE).orElse(0L);
    var offset = view.appliedOffset();
    var found = found(filter, after, limit + 1);
    var page = found.stream().limit(limit).toList();
    var body = JsonNodeFactory.instance.objectNode();
    var entries = body.putArray("entries");
    page.forEach(entry -> entries.add(json(entry)));
    body.put("head", view.audit().head());
    var next =
        found.size() > limit
            ? Optional.of(Long.toString(page.get(limit - 1).offset()))
            : Optional.<String>empty();
    return Replies.page(request, body, next, offset);
  }

  private List<AuditEntry> found(Filter filter, long after, int most) {
    var found = new ArrayList<AuditEntry>();
    var stretch = view.audit().entries(after, STRETCH);
    while (!stretch.isEmpty() && found.size() < most) {
      stretch.stream().filter(filter::accepts).limit(most - found.size()).forEach(found::add);
      stretch = view.audit().entries(stretch.get(stretch.size() - 1).offset(), STRETCH);
    }
    return found;
  }

  private static ObjectNode json(AuditEntry entry) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("offset", entry.offset()).put("at", entry.at().toString());
    json.put("wallTime", entry.wallTime().toString());
    json.put("who", entry.who()).put("reason", entry.reason());
    json.putObject("target").put("kind", entry.target().kind()).put("id", entry.target().id());
    json.put("action", entry.action()).put("type", entry.type());
    var arguments = json.putObject("arguments");
    entry.arguments().forEach(arguments::put);
    json.put("outcome", entry.outcome()).put("code", entry.refusal().orElse(null));
    return json.put("previousHash", entry.previousHash()).put("hash", entry.hash());
  }
}
