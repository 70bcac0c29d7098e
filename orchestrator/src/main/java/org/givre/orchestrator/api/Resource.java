package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.Route;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A part of the API: routes whose handlers answer or throw; what they throw becomes a problem. */
abstract class Resource extends AllDirectives {
  /** Answers a request, now or later. */
  @FunctionalInterface
  interface Handler {
    CompletionStage<HttpResponse> handle(HttpRequest request);
  }

  /** Answers a request at once. */
  @FunctionalInterface
  interface Reader {
    HttpResponse read(HttpRequest request);
  }

  /** The routes below {@code /v1}. */
  abstract Route routes();

  final Route answer(Handler handler) {
    return extractRequest(request -> completeWithFuture(answered(handler, request)));
  }

  final Route answerNow(Reader reader) {
    return answer(request -> CompletableFuture.completedFuture(reader.read(request)));
  }

  private static CompletionStage<HttpResponse> answered(Handler handler, HttpRequest request) {
    try {
      return handler.handle(request).exceptionally(failure -> Problems.response(failure, request));
    } catch (RuntimeException refused) {
      return CompletableFuture.completedFuture(Problems.response(refused, request));
    }
  }
}
