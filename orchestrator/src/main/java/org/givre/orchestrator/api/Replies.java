package org.givre.orchestrator.api;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.model.headers.RawHeader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Answers in JSON. */
final class Replies {
  /** Offset of the journal that an answer reflects at least. */
  static final String OFFSET = "X-Givre-Offset";

  private Replies() {}

  static HttpResponse json(int status, JsonNode body) {
    return HttpResponse.create()
        .withStatus(StatusCodes.get(status))
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, Json.bytes(body)));
  }

  static HttpResponse ok(JsonNode body) {
    return json(200, body);
  }

  /** An answer from a snapshot: whoever follows the events after {@code offset} misses nothing. */
  static HttpResponse snapshot(JsonNode body, long offset) {
    return ok(body).addHeader(RawHeader.create(OFFSET, Long.toString(offset)));
  }

  /** A page of a list: puts the cursor into the body and the link into the header. */
  static HttpResponse page(
      HttpRequest request, ObjectNode body, Optional<String> place, long offset) {
    var cursor = place.map(Cursors::of);
    body.put("next", cursor.orElse(null));
    var response = snapshot(body, offset);
    return cursor
        .map(next -> response.addHeader(RawHeader.create("Link", link(request, next))))
        .orElse(response);
  }

  private static String link(HttpRequest request, String cursor) {
    var uri = request.getUri();
    var query = new StringBuilder();
    for (var parameter : uri.query().toList()) {
      if (!parameter.first().equals("cursor")) {
        query.append(Escapes.query(parameter.first())).append('=');
        query.append(Escapes.query(parameter.second())).append('&');
      }
    }
    return "<%s?%scursor=%s>; rel=\"next\"".formatted(uri.path(), query, cursor);
  }
}
