package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.dispatch.DispatchRequest.SitePicture;

/** The site as a whole. */
final class SiteRoutes extends Resource {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final SortedMap<String, ActionArguments> ACTIONS =
      ActionReader.plain("holdAll", "release");

  private final ApiParts parts;
  private final SiteDesk desk;
  private final ActionReader actions;

  SiteRoutes(ApiParts parts) {
    this.parts = parts;
    this.desk = new SiteDesk(parts);
    this.actions = new ActionReader(parts, ACTIONS);
  }

  @Override
  Route routes() {
    return concat(
        path(segment("site"), () -> get(() -> answer(this::site))),
        path(segment("site").slash("actions"), () -> post(() -> answer(this::act))));
  }

  private CompletionStage<HttpResponse> site(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    return desk.look().thenApply(this::site);
  }

  private HttpResponse site(Optional<SitePicture> picture) {
    var offset = parts.view().appliedOffset();
    var json = NODES.objectNode();
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
    json.set("company", company());
    json.set("hold", picture.<JsonNode>map(SiteRoutes::hold).orElse(NODES.nullNode()));
    json.put("revision", picture.map(SitePicture::revision).orElse(null));
    var allowed = json.putArray("actions");
    picture.ifPresent(site -> site.allowed().forEach(allowed::add));
    var reply = Replies.snapshot(json, offset);
    return picture.map(p -> reply.addHeader(Revisions.header(p.revision()))).orElse(reply);
  }

  private ObjectNode company() {
    var saving = parts.view().jobs().saving();
    return NODES
        .objectNode()
        .put("waitingJobs", saving.waitingJobs())
        .put("servedJobs", saving.servedJobs())
        .put("savedTubeSeconds", saving.tubeSeconds());
  }

  private static ObjectNode hold(SitePicture site) {
    return NODES
        .objectNode()
        .put("held", site.held())
        .put("since", site.since().map(Instant::toString).orElse(null))
        .put("reason", site.reason().isEmpty() ? null : site.reason())
        .put("atRest", site.atRest())
        .put("promisedAt", site.promisedAt().map(Instant::toString).orElse(null));
  }

  private CompletionStage<HttpResponse> act(HttpRequest request) {
    var reply = new ActionReply("site", SiteDesk.NAME);
    return actions
        .read(request)
        .thenCompose(asked -> desk.act(asked).thenApply(answer -> reply.to(asked, answer)));
  }
}
