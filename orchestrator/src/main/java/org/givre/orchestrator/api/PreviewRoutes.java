package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.server.Route;
import akka.stream.Materializer;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** {@code POST /v1/plans:preview}: a plan that is only looked at. */
final class PreviewRoutes extends Resource {
  private final ApiParts parts;
  private final Bodies bodies;

  PreviewRoutes(ApiParts parts) {
    this.parts = parts;
    this.bodies = new Bodies(Materializer.matFromSystem(parts.system()), parts.limits());
  }

  @Override
  Route routes() {
    return path(segment("plans:preview"), () -> post(() -> answer(this::preview)));
  }

  private CompletionStage<HttpResponse> preview(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    if (!Bodies.is(request, "application/json")) {
      throw Bodies.unsupported(request, "application/json");
    }
    return bodies
        .json(request)
        .thenApply(body -> PreviewRequest.read(Json.parse(body), Requests.lenient(request), parts))
        .thenCompose(wish -> parts.previews().preview(wish.jobs(), wish.without()))
        .thenApply(preview -> Replies.ok(PreviewJson.of(preview)))
        .exceptionally(PreviewRoutes::refused);
  }

  private static HttpResponse refused(Throwable failure) {
    var cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof RejectedExecutionException) {
      throw Problem.of(
              ProblemCode.PREVIEWS_BUSY,
              "As many previews as are allowed at a time are being planned. Ask again in a moment.")
          .thrown();
    }
    throw failure instanceof CompletionException known ? known : new CompletionException(failure);
  }
}
