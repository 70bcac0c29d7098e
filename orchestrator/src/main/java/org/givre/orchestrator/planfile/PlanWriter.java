package org.givre.orchestrator.planfile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/** A plan to JSON. Fields always in the same order. */
final class PlanWriter {
  private PlanWriter() {}

  static ObjectNode tree(RetrievalPlan plan) {
    var places = plan.ops().stream().anyMatch(PlanOp.Place.class::isInstance);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("format", places ? PlanFile.FORMAT_2 : PlanFile.FORMAT_1);
    plan.instance().ifPresent(instance -> json.put("instance", instance));
    json.put("policy", plan.policy());
    json.put("solve_ms", plan.solveMillis());
    var ops = json.putArray("ops");
    plan.ops().forEach(op -> op(ops, op));
    return json;
  }

  private static void op(ArrayNode ops, PlanOp op) {
    if (op instanceof PlanOp.Lift lift) {
      lift(started(ops, "lift", op), lift);
    } else if (op instanceof PlanOp.Unload unload) {
      var json = started(ops, "unload", op).put("port", unload.port());
      InstanceWriter.integers(json.putArray("tubes"), unload.tubes());
    } else if (op instanceof PlanOp.Place place) {
      place(started(ops, "place", op), place);
    }
  }

  private static ObjectNode started(ArrayNode ops, String name, PlanOp op) {
    return ops.addObject()
        .put("op", name)
        .put("picker", op.picker())
        .put("start_s", op.startSeconds());
  }

  private static void lift(ObjectNode json, PlanOp.Lift lift) {
    lift.dewar().ifPresent(dewar -> json.put("dewar", dewar));
    json.put("rack", lift.rack());
    json.put("mode", lift.mode() == LiftMode.PARK ? "park" : "hold");
    var picks = json.putArray("picks");
    for (var pick : lift.picks()) {
      picks.addObject().put("request", pick.request()).put("tube", pick.tube());
    }
  }

  private static void place(ObjectNode json, PlanOp.Place place) {
    json.put("rack", place.rack());
    var places = json.putArray("places");
    for (var each : place.places()) {
      places.addObject().put("tube", each.tube()).put("level", each.level());
    }
  }
}
