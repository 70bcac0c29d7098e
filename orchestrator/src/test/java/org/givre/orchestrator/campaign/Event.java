package org.givre.orchestrator.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An event of the engine's public stream.
 *
 * @param nanos when it was seen
 */
record Event(long offset, String type, JsonNode data, long nanos) {
  /** Events that only a robot's report or a new order brings about. */
  private static final Set<String> OF_MOTION =
      Set.of(
          "device.travelling",
          "device.ready",
          "lift.started",
          "lift.ended",
          "unload.started",
          "tube.picked",
          "tube.placed",
          "tube.delivered");

  boolean ofJob() {
    return type.startsWith("job.");
  }

  boolean ofItem() {
    return type.startsWith("item.");
  }

  boolean ofSite() {
    return type.startsWith("site.");
  }

  boolean ofMotion() {
    return OF_MOTION.contains(type);
  }

  /** Whether it belongs to a task that puts tubes back into their wells. */
  boolean ofPutBack() {
    return type.equals("tube.placed") || data.at("/body/op").asText().equals("place");
  }

  String name() {
    return offset + " " + type;
  }
}
