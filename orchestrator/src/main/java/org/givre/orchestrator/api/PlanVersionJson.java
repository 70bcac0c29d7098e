package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.givre.orchestrator.view.PlanVersion;
import org.givre.orchestrator.view.PlanVersion.Difference;
import org.givre.orchestrator.view.PlanVersion.Steps;

/** Versions of the plan as JSON, as one job sees them. */
final class PlanVersionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanVersionJson() {}

  /** Writes all of them, and what the last one has changed. */
  static void write(List<PlanVersion> versions, ObjectNode plan) {
    plan.set(
        "difference",
        versions.isEmpty()
            ? NODES.nullNode()
            : difference(versions.get(versions.size() - 1).difference()));
    var list = plan.putArray("versions");
    versions.forEach(version -> list.add(version(version)));
  }

  private static ObjectNode version(PlanVersion version) {
    var json = NODES.objectNode();
    json.put("version", version.version()).put("offset", version.offset());
    json.put("at", version.at().toString()).put("cause", version.cause());
    json.put("predictedTubeSeconds", version.predictedTubeSeconds());
    json.set("difference", difference(version.difference()));
    return json;
  }

  private static JsonNode difference(Difference difference) {
    var json = NODES.objectNode();
    var before = difference.before();
    json.set(
        "before", before.isPresent() ? NODES.numberNode(before.getAsLong()) : NODES.nullNode());
    json.set("kept", steps(difference.kept()));
    json.set("dropped", steps(difference.dropped()));
    json.set("added", steps(difference.added()));
    return json.put("changeTubeSeconds", difference.changeTubeSeconds());
  }

  private static ObjectNode steps(Steps steps) {
    var json = NODES.objectNode().put("count", steps.count());
    var tasks = json.putArray("steps");
    steps.tasks().forEach(task -> tasks.add(PlanJson.task(task)));
    return json;
  }
}
