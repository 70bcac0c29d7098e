package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.NotUsed;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.givre.orchestrator.view.Place;
import org.givre.orchestrator.view.TubePicture;
import org.givre.orchestrator.view.TubeView;
import org.givre.orchestrator.view.TubeView.Standing;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.DewarId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.StoreDefinition;
import scala.concurrent.duration.Duration;

/** The inventory: all tubes that stand in racks, in and out. */
final class InventoryRoutes extends Resource {
  private final StoreDefinition store;
  private final View view;
  private final TubeView tubes;
  private final InventoryImport imports;

  InventoryRoutes(ApiParts parts) {
    this.store = parts.store();
    this.view = parts.view();
    this.tubes = parts.view().tubes();
    this.imports = new InventoryImport(parts);
  }

  @Override
  Route routes() {
    return concat(
        path(segment("inventory"), () -> get(() -> answerNow(this::export))),
        path(segment("inventory").slash("import"), () -> get(() -> answerNow(imports::progress))),
        path(
            segment("inventory:import"),
            () -> post(() -> withRequestTimeout(Duration.Inf(), () -> answer(imports::run)))));
  }

  private HttpResponse export(HttpRequest request) {
    var type = Requests.accepted(request, MediaTypes.APPLICATION_JSON, MediaTypes.TEXT_CSV);
    var query = Query.of(request, "dewar", "rack", "asOf", "limit", "cursor");
    if (query.text("asOf").isPresent()) {
      throw Problem.of(
              ProblemCode.AS_OF_NOT_SUPPORTED,
              "Only the inventory of now is served yet. Leave asOf out.")
          .thrown();
    }
    var racks = racks(query);
    return type.equals(MediaTypes.TEXT_CSV) ? csv(racks) : page(request, query, racks);
  }

  /** Racks that the query asks for, in the order of the store file. */
  private List<RackId> racks(Query query) {
    var dewar = query.value("dewar", DewarId::new);
    var rack = query.value("rack", RackId::new);
    return store.dewars().stream()
        .filter(d -> dewar.stream().allMatch(d.id()::equals))
        .flatMap(d -> d.racks().stream())
        .filter(r -> rack.stream().allMatch(r::equals))
        .toList();
  }

  private HttpResponse csv(List<RackId> racks) {
    var header = ByteString.fromString(String.join(",", InventoryColumns.ALL) + "\r\n");
    Source<ByteString, NotUsed> body =
        Source.single(header)
            .concat(
                Source.from(racks)
                    .map(rack -> tubes.standingIn(rack, 0, Integer.MAX_VALUE))
                    .filter(standing -> !standing.isEmpty())
                    .map(InventoryRoutes::lines));
    return HttpResponse.create()
        .withEntity(HttpEntities.createChunked(ContentTypes.TEXT_CSV_UTF8, body))
        .addHeader(RawHeader.create(Replies.OFFSET, Long.toString(view.appliedOffset())));
  }

  private static ByteString lines(List<Standing> standing) {
    var text = new StringWriter();
    var csv = CsvWriter.builder().bufferSize(0).build(text);
    standing.forEach(s -> line(s.tube(), csv));
    return ByteString.fromString(text.toString());
  }

  private static void line(TubePicture picture, CsvWriter csv) {
    var tube = picture.tube();
    if (picture.place() instanceof Place.InRack in) {
      csv.writeRecord(
          tube.id().value(),
          tube.specimen().value(),
          tube.material(),
          Integer.toString(tube.aliquot()),
          in.dewar().value(),
          in.position().rack().value(),
          Integer.toString(in.position().level()),
          in.position().well().label());
    }
  }

  private HttpResponse page(HttpRequest request, Query query, List<RackId> racks) {
    var limit = query.limit();
    var offset = view.appliedOffset();
    var found = from(query, racks, limit + 1);
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("tubes");
    found.stream().limit(limit).forEach(standing -> list.add(TubeJson.tube(standing.tube())));
    var next =
        found.size() > limit ? Optional.of(place(found.get(limit))) : Optional.<String>empty();
    return Replies.page(request, body, next, offset);
  }

  private static String place(Standing standing) {
    return standing.tube().place() instanceof Place.InRack in
        ? in.position().rack() + " " + standing.slot()
        : "";
  }

  private List<Standing> from(Query query, List<RackId> racks, int limit) {
    var start = query.text("cursor").map(cursor -> Cursors.read(cursor, Start::of));
    var found = new ArrayList<Standing>();
    var reached = start.isEmpty();
    for (var rack : racks) {
      var here = start.filter(place -> place.rack().equals(rack));
      reached = reached || here.isPresent();
      if (reached && found.size() < limit) {
        var slot = here.map(Start::slot).orElse(0);
        found.addAll(tubes.standingIn(rack, slot, limit - found.size()));
      }
    }
    return found;
  }

  /** Where a page begins. */
  private record Start(RackId rack, int slot) {
    static Start of(String text) {
      var parts = text.split(" ", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException("Expected a rack and a slot, found " + text);
      }
      return new Start(new RackId(parts[0]), (int) Query.number(parts[1], 0, Integer.MAX_VALUE));
    }
  }
}
