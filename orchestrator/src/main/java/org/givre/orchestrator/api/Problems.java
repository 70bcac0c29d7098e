package org.givre.orchestrator.api;

import akka.http.javadsl.model.ContentType;
import akka.http.javadsl.model.HttpCharsets;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers problems as {@code application/problem+json}. */
final class Problems {
  /** Of RFC 9457. */
  static final ContentType MEDIA_TYPE =
      MediaTypes.applicationWithFixedCharset("problem+json", HttpCharsets.UTF_8).toContentType();

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Seconds after which a retryable problem may be gone: a replay, another import, a pause. */
  private static final String RETRY_AFTER_SECONDS = "2";

  private static final List<Integer> RETRIED =
      List.of(StatusCodes.TOO_MANY_REQUESTS.intValue(), StatusCodes.SERVICE_UNAVAILABLE.intValue());

  private Problems() {}

  /** The answer to a request that has {@code problem}. */
  static HttpResponse response(Problem problem, String instance) {
    var code = problem.code();
    var response =
        HttpResponse.create()
            .withStatus(StatusCodes.get(code.status()))
            .withEntity(HttpEntities.create(MEDIA_TYPE, Json.bytes(json(problem, instance))))
            .addHeaders(problem.headers());
    return RETRIED.contains(code.status())
        ? response.addHeader(RawHeader.create("Retry-After", RETRY_AFTER_SECONDS))
        : response;
  }

  /** The answer to a request whose handling threw {@code thrown}. */
  static HttpResponse response(Throwable thrown, HttpRequest request) {
    var cause = unwrapped(thrown);
    var instance = request.getUri().path();
    if (cause instanceof ProblemException refused) {
      return response(refused.problem(), instance);
    }
    if (cause instanceof TimeoutException) {
      return response(
          Problem.of(
              ProblemCode.NO_ANSWER,
              "The engine did not answer in time. It may have done what was asked; look before you"
                  + " repeat it."),
          instance);
    }
    LOG.error("A request failed: method={} path={}", request.method().value(), instance, cause);
    return response(
        Problem.of(
            ProblemCode.INTERNAL_ERROR,
            "The request failed inside the engine; its log says why. Tell the engine's operator."),
        instance);
  }

  private static Throwable unwrapped(Throwable thrown) {
    var cause = thrown;
    while (cause.getCause() != null
        && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  static ObjectNode json(Problem problem, String instance) {
    var code = problem.code();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("type", "urn:givre:problem:" + code.code());
    json.put("title", code.title());
    json.put("status", code.status());
    json.put("detail", problem.detail());
    json.put("instance", instance);
    json.put("code", code.code());
    json.put("retryable", code.retryable());
    var errors = json.putArray("errors");
    problem.errors().forEach(error -> write(error, errors.addObject()));
    json.putArray("blockers");
    problem
        .actions()
        .ifPresent(
            actions -> {
              var list = json.putArray("actions");
              actions.forEach(list::add);
            });
    return json;
  }

  static void write(ProblemError error, ObjectNode json) {
    error.at().into(json);
    json.put("code", error.code().code()).put("message", error.message());
  }
}
