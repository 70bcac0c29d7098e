package org.givre.orchestrator.feed;

import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanBounded;
import org.givre.orchestrator.dispatch.DispatchEvent.SiteActed;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskIssued;
import org.givre.orchestrator.dispatch.DispatchEvent.TaskSettled;

/** Public forms of what dispatch decides; that a task runs is told by its picker. */
final class DispatchShapes {
  private DispatchShapes() {}

  static void addTo(EventShapes shapes) {
    shapes
        .publish(PlanAdopted.class, DispatchShapes::adopted)
        .publish(PlanBounded.class, DispatchShapes::bounded)
        .keepSilent(TaskIssued.class)
        .keepSilent(TaskSettled.class)
        .publish(SiteActed.class, DispatchShapes::acted);
  }

  /** {@code site.held}, {@code site.released}, or {@code site.refused}. */
  private static Draft acted(SiteActed e, FeedEvent at) {
    var action = e.action();
    return Draft.of(at, "site." + (action.accepted() ? outcome(action.type()) : "refused"))
        .body(
            body -> {
              body.put("action", action.id()).put("actionType", action.type());
              action.refusal().ifPresent(code -> body.put("refusal", code));
            });
  }

  private static String outcome(String type) {
    return type.equals("holdAll") ? "held" : "released";
  }

  private static Draft bounded(PlanBounded e, FeedEvent at) {
    return Draft.of(at, "plan.bounded")
        .body(
            body -> {
              body.put("version", e.version());
              body.put("lowerBoundTubeSeconds", e.lowerBoundTubeSeconds());
            });
  }

  private static Draft adopted(PlanAdopted e, FeedEvent at) {
    return Draft.of(at, "plan.adopted")
        .jobs(e.jobs())
        .body(
            body -> {
              body.put("version", e.version()).put("cause", e.cause());
              body.put("planner", e.planner()).put("seed", e.seed());
              body.put("exposureTubeSeconds", e.exposureTubeSeconds());
              body.put("lowerBoundTubeSeconds", e.lowerBoundTubeSeconds());
              body.put("fifoTubeSeconds", e.fifoTubeSeconds());
              body.put("steps", e.tasks().size());
              e.jobs().forEach(job -> body.withArray("jobs").add(job.value()));
            });
  }
}
