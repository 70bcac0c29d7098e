package org.givre.orchestrator.api;

import akka.event.LoggingAdapter;
import akka.http.ParsingErrorHandler;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpResponse;
import akka.http.scaladsl.model.ErrorInfo;
import akka.http.scaladsl.model.StatusCode;
import akka.http.scaladsl.settings.ServerSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Answers requests that are so broken that no route sees them. Akka finds it by its name, as it
 * finds Scala's singletons: by the field {@code MODULE$}.
 */
public final class ParsingProblems extends ParsingErrorHandler {
  /** The one there is. */
  @SuppressWarnings("ConstantField")
  public static final ParsingProblems MODULE$ = new ParsingProblems();

  private ParsingProblems() {}

  @Override
  public HttpResponse handle(
      StatusCode status, ErrorInfo error, LoggingAdapter log, ServerSettings settings) {
    log.debug("Broken request: status={} error={}", status.intValue(), error.formatPretty());
    var problem = Problem.of(ProblemCode.REQUEST_MALFORMED, error.summary()).with(Bodies.CLOSE);
    ObjectNode json = Problems.json(problem, "");
    json.put("status", status.intValue());
    return HttpResponse.create()
        .withStatus(status)
        .withEntity(HttpEntities.create(Problems.MEDIA_TYPE, Json.bytes(json)))
        .addHeader(Bodies.CLOSE);
  }
}
