package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.NotUsed;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.server.Route;
import akka.stream.javadsl.Source;
import akka.util.ByteString;
import java.util.Optional;
import org.givre.orchestrator.feed.EventFeed;
import org.givre.orchestrator.feed.EventJson;
import org.givre.orchestrator.feed.PublicEvent;
import org.givre.orchestrator.view.View;

/**
 * {@code GET /v1/events}: the journal as server-sent events. An event's id is its offset, so a
 * client that names the last id it has seen misses nothing and sees nothing twice. An event is sent
 * when the read models show it, not before.
 */
final class EventRoutes extends Resource {
  private static final ByteString HEARTBEAT = ByteString.fromString(":\n\n");

  /** The client's id is from another journal: it must start over. */
  private static final String RESET = "event: reset\ndata: {\"offset\":%d}\n\n";

  private final View view;
  private final EventFeed feed;
  private final ApiLimits limits;

  EventRoutes(ApiParts parts) {
    this.view = parts.view();
    this.feed = parts.feed();
    this.limits = parts.limits();
  }

  @Override
  Route routes() {
    return path(segment("events"), () -> get(() -> answerNow(this::stream)));
  }

  private HttpResponse stream(HttpRequest request) {
    Requests.accepted(request, MediaTypes.TEXT_EVENT_STREAM);
    var query = Query.of(request, "after", "job", "type", "tube");
    var filter = EventFilter.of(query);
    var after = lastSeen(request).or(() -> query.count("after"));
    var source =
        after
            .filter(offset -> offset > view.appliedOffset())
            .filter(ahead -> view.caughtUp())
            .map(strange -> startOver(filter))
            .orElseGet(() -> events(after.orElse(view.appliedOffset()), filter));
    return HttpResponse.create()
        .withEntity(
            HttpEntities.createChunked(
                MediaTypes.TEXT_EVENT_STREAM.toContentType(),
                source.keepAlive(limits.heartbeat(), () -> HEARTBEAT)))
        .addHeader(RawHeader.create("Cache-Control", "no-store"));
  }

  private static Optional<Long> lastSeen(HttpRequest request) {
    return Requests.header(request, "Last-Event-ID")
        .filter(id -> !id.isBlank())
        .map(
            id -> {
              try {
                return Query.number(id.strip(), 0, Long.MAX_VALUE);
              } catch (IllegalArgumentException notAnOffset) {
                throw Problem.of(
                        ProblemCode.CURSOR_MALFORMED,
                        "Last-Event-ID must be the id of an event: " + notAnOffset.getMessage())
                    .thrown();
              }
            });
  }

  private Source<ByteString, NotUsed> startOver(EventFilter filter) {
    var now = view.appliedOffset();
    return Source.single(ByteString.fromString(RESET.formatted(now))).concat(events(now, filter));
  }

  private Source<ByteString, NotUsed> events(long after, EventFilter filter) {
    return feed.after(after)
        .mapAsync(1, event -> view.awaitApplied(event.offset()).thenApply(seen -> event))
        .mapConcat(event -> view.catalogue().of(event).filter(filter::accepts).stream().toList())
        .map(EventRoutes::frame);
  }

  private static ByteString frame(PublicEvent event) {
    var data = ByteString.fromArray(Json.bytes(EventJson.of(event)));
    var head = "id: %d\nevent: %s\ndata: ".formatted(event.offset(), event.type());
    return ByteString.fromString(head).concat(data).concat(ByteString.fromString("\n\n"));
  }
}
