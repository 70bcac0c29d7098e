package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.stream.Materializer;
import akka.stream.javadsl.Sink;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.feed.EventFeed;
import org.givre.orchestrator.feed.EventJson;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.JobId;

/**
 * {@code GET /v1/jobs/{id}/events}. The view knows where a job's events are; the journal has them.
 */
final class JobEvents {
  private final View view;
  private final EventFeed feed;
  private final Materializer materializer;

  JobEvents(ApiParts parts) {
    this.view = parts.view();
    this.feed = parts.feed();
    this.materializer = Materializer.matFromSystem(parts.system());
  }

  CompletionStage<HttpResponse> page(HttpRequest request, JobId job) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var query = Query.of(request, "limit", "cursor");
    var limit = query.limit();
    var after = query.cursor(Long.MAX_VALUE).orElse(0L);
    var seen = view.appliedOffset();
    var found = view.jobs().eventOffsets(job, after, limit + 1);
    var page = Arrays.copyOf(found, Math.min(found.length, limit));
    return events(page)
        .thenApply(
            events -> {
              var body = JsonNodeFactory.instance.objectNode();
              body.putArray("events").addAll(events);
              var next =
                  found.length > limit
                      ? Optional.of(Long.toString(page[limit - 1]))
                      : Optional.<String>empty();
              return Replies.page(request, body, next, seen);
            });
  }

  private CompletionStage<List<ObjectNode>> events(long[] offsets) {
    if (offsets.length == 0) {
      return CompletableFuture.completedFuture(List.of());
    }
    return feed.storedAfter(offsets[0] - 1)
        .filter(event -> Arrays.binarySearch(offsets, event.offset()) >= 0)
        .take(offsets.length)
        .map(event -> view.catalogue().of(event).map(EventJson::of).orElseThrow())
        .runWith(Sink.seq(), materializer);
  }
}
