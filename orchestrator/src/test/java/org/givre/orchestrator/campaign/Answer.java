package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the engine answered to one request. */
record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper MAPPER = new JsonMapper();

  JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("Not JSON: " + this, malformed);
    }
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The stable code of a problem; empty in any other answer. */
  String code() {
    return status < 400 ? "" : json().path("code").asText();
  }

  /** This answer, if its status is what it must be. */
  Answer expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException("Expected status %d, found %s".formatted(expected, this));
    }
    return this;
  }

  @Override
  public String toString() {
    return "%d %.300s".formatted(status, body);
  }
}
