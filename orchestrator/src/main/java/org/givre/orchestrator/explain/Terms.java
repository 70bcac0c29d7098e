package org.givre.orchestrator.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.givre.plans.explain.Naming;

/** How ids, times and fields of an explanation are written. */
public interface Terms extends Naming {
  /** What the field is called that the API calls so, such as {@code exposureTubeSeconds}. */
  String field(String apiName);

  /** What stands for an id; {@code kind} is such as {@code rack}. */
  JsonNode id(String kind, int id);

  /** Adds what stands for a request. */
  void request(ObjectNode json, int id);

  /** Adds what is known of an operation besides the plan. */
  default void operation(ObjectNode json, int number) {}

  /** A moment on the instance's clock. */
  JsonNode time(double seconds);
}
