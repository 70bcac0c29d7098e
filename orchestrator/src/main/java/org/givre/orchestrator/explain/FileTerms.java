package org.givre.orchestrator.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The terms of the exchange format: ids, seconds, {@code exposure_ts}. */
public final class FileTerms implements Terms {
  @Override
  public String field(String apiName) {
    return apiName
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("_tube_seconds$", "_ts")
        .replaceAll("_(seconds|at)$", "_s");
  }

  @Override
  public JsonNode id(String kind, int id) {
    return IntNode.valueOf(id);
  }

  @Override
  public void request(ObjectNode json, int id) {
    json.put("request", id);
  }

  @Override
  public JsonNode time(double seconds) {
    return DoubleNode.valueOf(seconds);
  }

  @Override
  public String named(String text) {
    return IDS.named(text);
  }

  @Override
  public String at(double seconds) {
    return IDS.at(seconds);
  }
}
