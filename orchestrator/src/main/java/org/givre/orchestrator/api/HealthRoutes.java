package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.givre.orchestrator.view.View;

/** Health, for whoever starts and watches the engine. */
final class HealthRoutes extends Resource {
  private final View view;
  private final List<ReadyCheck> checks;

  HealthRoutes(ApiParts parts) {
    this.view = parts.view();
    this.checks = parts.operations().readyChecks();
  }

  @Override
  Route routes() {
    return pathPrefix(
        segment("health"),
        () ->
            concat(
                path(segment("live"), () -> get(() -> answerNow(HealthRoutes::live))),
                path(segment("ready"), () -> get(() -> answerNow(this::ready))),
                path(segment("startup"), () -> get(() -> answerNow(this::startup)))));
  }

  private static HttpResponse live(HttpRequest request) {
    return Replies.ok(JsonNodeFactory.instance.objectNode().put("status", "UP"));
  }

  private HttpResponse ready(HttpRequest request) {
    var troubles = new ArrayList<String>();
    if (!view.caughtUp()) {
      troubles.add("view: it has replayed %d events".formatted(view.appliedOffset()));
    }
    checks.forEach(
        check -> check.trouble().ifPresent(trouble -> troubles.add(check.name() + ": " + trouble)));
    if (!troubles.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_READY, String.join("; ", troubles) + ".").thrown();
    }
    return Replies.ok(JsonNodeFactory.instance.objectNode().put("status", "UP"));
  }

  private HttpResponse startup(HttpRequest request) {
    if (!view.caughtUp()) {
      throw Problem.of(
              ProblemCode.NOT_READY,
              "The engine is starting: %d events replayed.".formatted(view.appliedOffset()))
          .thrown();
    }
    return Replies.ok(
        JsonNodeFactory.instance
            .objectNode()
            .put("status", "UP")
            .put("eventsReplayed", view.appliedOffset()));
  }
}
