package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.givre.orchestrator.view.TubeFilter;
import org.givre.orchestrator.view.TubeState;
import org.givre.orchestrator.view.TubeView;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.SpecimenId;
import org.givre.plans.store.TubeId;

/** Tubes and specimens: where they are, how they came there, how warm they have been. */
final class TubeRoutes extends Resource {
  private final View view;
  private final TubeView tubes;

  TubeRoutes(ApiParts parts) {
    this.view = parts.view();
    this.tubes = parts.view().tubes();
  }

  @Override
  Route routes() {
    var tube = segment("tubes").slash(segment());
    return concat(
        path(segment("tubes"), () -> get(() -> answerNow(this::search))),
        path(tube, id -> get(() -> answerNow(request -> one(request, id)))),
        path(tube.slash("history"), id -> get(() -> answerNow(r -> history(r, id)))),
        path(tube.slash("exposure"), id -> get(() -> answerNow(r -> exposure(r, id)))),
        path(
            segment("specimens").slash(segment()),
            id -> get(() -> answerNow(request -> specimen(request, id)))));
  }

  private HttpResponse search(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var query =
        Query.of(request, "specimen", "material", "dewar", "rack", "state", "limit", "cursor");
    var filter =
        new TubeFilter(
            query.value("specimen", SpecimenId::new),
            query.text("material"),
            query.value("dewar", DewarId::new),
            query.value("rack", RackId::new),
            query.anyOf("state", TubeState.class));
    var after = query.cursor(Integer.MAX_VALUE).map(Long::intValue).orElse(-1);
    var offset = view.appliedOffset();
    var page = tubes.search(filter, after, query.limit());
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("tubes");
    page.tubes().forEach(tube -> list.add(TubeJson.tube(tube)));
    return Replies.page(request, body, page.next().map(String::valueOf), offset);
  }

  private HttpResponse one(HttpRequest request, String id) {
    return shown(
        request,
        () ->
            named(id, TubeId::new)
                .flatMap(tubes::tube)
                .map(TubeJson::tube)
                .orElseThrow(() -> noTube(id)));
  }

  private HttpResponse history(HttpRequest request, String id) {
    return shown(
        request,
        () -> {
          var entries = named(id, TubeId::new).map(tubes::history).orElseThrow(() -> noTube(id));
          if (entries.isEmpty()) {
            throw noTube(id);
          }
          var body = JsonNodeFactory.instance.objectNode().put("barcode", id);
          var list = body.putArray("entries");
          entries.forEach(entry -> list.add(TubeJson.entry(entry)));
          return body;
        });
  }

  private HttpResponse exposure(HttpRequest request, String id) {
    return shown(
        request,
        () ->
            named(id, TubeId::new)
                .flatMap(tube -> tubes.exposure(tube).map(ledger -> TubeJson.ledger(tube, ledger)))
                .orElseThrow(() -> noTube(id)));
  }

  private HttpResponse specimen(HttpRequest request, String id) {
    return shown(
        request,
        () -> {
          var found =
              named(id, SpecimenId::new)
                  .map(tubes::ofSpecimen)
                  .filter(list -> !list.isEmpty())
                  .orElseThrow(() -> missing(ProblemCode.SPECIMEN_NOT_FOUND, "specimen", id));
          var body = JsonNodeFactory.instance.objectNode().put("id", id);
          var list = body.putArray("tubes");
          found.forEach(tube -> list.add(TubeJson.tube(tube)));
          return body;
        });
  }

  private HttpResponse shown(HttpRequest request, Supplier<ObjectNode> body) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    var offset = view.appliedOffset();
    return Replies.snapshot(body.get(), offset);
  }

  /** The name, if it can be one: what cannot be a barcode is no tube's barcode. */
  private static <T> Optional<T> named(String text, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private static ProblemException noTube(String id) {
    return missing(ProblemCode.TUBE_NOT_FOUND, "tube", id);
  }

  private static ProblemException missing(ProblemCode code, String what, String id) {
    var name = id.length() > 64 ? id.substring(0, 64) + "..." : id;
    return Problem.of(code, "There is no %s \"%s\".".formatted(what, name)).thrown();
  }
}
