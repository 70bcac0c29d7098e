package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Alarms and figures, for those who run the engine. */
final class OperationsRoutes extends Resource {
  private final Operations operations;

  OperationsRoutes(ApiParts parts) {
    this.operations = parts.operations();
  }

  @Override
  Route routes() {
    return path(segment("alarms"), () -> get(() -> answerNow(this::alarms)));
  }

  /** Outside of {@code /v1}, where Prometheus looks. */
  Route metrics() {
    return path(segment("metrics"), () -> get(() -> answerNow(this::figures)));
  }

  private HttpResponse alarms(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    var json = JsonNodeFactory.instance.objectNode();
    var list = json.putArray("alarms");
    for (var alarm : operations.journal().alarms()) {
      list.addObject()
          .put("id", alarm.code())
          .put("severity", alarm.severity().name())
          .put("since", alarm.since().toString())
          .put("message", alarm.message());
    }
    return Replies.ok(json.putNull("next"));
  }

  private HttpResponse figures(HttpRequest request) {
    return HttpResponse.create()
        .withEntity(ContentTypes.TEXT_PLAIN_UTF8, operations.metrics().get());
  }
}
