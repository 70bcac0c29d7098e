package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The site as a whole. */
final class SiteRoutes extends Resource {
  private final ApiParts parts;

  SiteRoutes(ApiParts parts) {
    this.parts = parts;
  }

  @Override
  Route routes() {
    return concat(
        path(segment("site"), () -> get(() -> answerNow(this::site))),
        path(segment("site").slash("actions"), () -> post(() -> answer(SiteRoutes::act))));
  }

  private HttpResponse site(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    var offset = parts.view().appliedOffset();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", parts.store().name()).put("store", parts.store().name());
    json.put("version", parts.site().version()).put("mode", parts.site().mode());
    json.put("engineTime", parts.time().now().toString());
    json.put("wallTime", parts.time().wall().instant().toString());
    json.put("speed", parts.time().speed());
    json.put("offset", offset);
    json.putObject("counts")
        .put("tubes", parts.view().tubes().standing())
        .put("jobs", parts.view().jobs().count())
        .put("dewars", parts.store().dewars().size())
        .put("racks", parts.store().dewarByRack().size())
        .put("pickers", parts.store().pickers().size())
        .put("ports", parts.store().ports().size());
    return Replies.snapshot(json, offset);
  }

  private static CompletionStage<HttpResponse> act(HttpRequest request) {
    throw Problem.of(ProblemCode.ACTION_NOT_SUPPORTED, "Actions on the site are not supported yet.")
        .withActions(List.of())
        .thrown();
  }
}
