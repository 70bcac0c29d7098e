package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.givre.orchestrator.dispatch.DispatchEvent.PlanAdopted;
import org.givre.orchestrator.dispatch.Preview;
import org.givre.orchestrator.feed.EventJson;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.view.JobPlan;
import org.givre.orchestrator.view.JobPlan.StepState;
import org.givre.plans.store.JobId;

/** A plan that is only looked at, as JSON. */
final class PreviewJson {
  private static final double MILLIS = 1e3;

  private PreviewJson() {}

  static ObjectNode of(Preview preview) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("valid", preview.plan().isPresent());
    preview.plan().ifPresent(plan -> plan(plan, json));
    var previewed = json.putArray("previewed");
    preview.previewed().forEach(job -> previewed.add(job.value()));
    var tubes = json.putArray("tubes");
    preview
        .tubes()
        .forEach(
            (tube, seconds) ->
                tubes.addObject().put("tube", tube.value()).put("exposureTubeSeconds", seconds));
    var blockers = json.putArray("blockers");
    preview
        .blockers()
        .forEach((job, own) -> own.forEach(blocker -> blocker(job, blocker, blockers)));
    var deliveries = json.putArray("deliveries");
    preview.deliveries().forEach(delivery -> delivery(delivery, deliveries.addObject()));
    var delays = json.putArray("delays");
    preview.deliveries().stream()
        .filter(delivery -> delaySeconds(delivery).filter(seconds -> seconds > 0).isPresent())
        .forEach(delivery -> delivery(delivery, delays.addObject()));
    return json;
  }

  private static void plan(PlanAdopted plan, ObjectNode json) {
    var figures = JobPlan.Figures.of(plan);
    PlanJson.figures(figures, json);
    json.remove("version");
    var steps = json.putArray("steps");
    plan.tasks().forEach(t -> steps.add(PlanJson.step(new JobPlan.Step(t, StepState.PLANNED))));
  }

  /** In the form that the job itself would show it, with the job. */
  private static void blocker(JobId job, Blocker blocker, ArrayNode blockers) {
    EventJson.into(blockers).accept(blocker);
    ((ObjectNode) blockers.get(blockers.size() - 1)).put("job", job.value());
  }

  private static void delivery(Preview.Delivery delivery, ObjectNode json) {
    json.put("job", delivery.job().value());
    json.put("before", delivery.before().map(Instant::toString).orElse(null));
    json.put("after", delivery.after().map(Instant::toString).orElse(null));
    json.put("delaySeconds", delaySeconds(delivery).orElse(null));
  }

  private static Optional<Double> delaySeconds(Preview.Delivery delivery) {
    return delivery
        .before()
        .flatMap(
            before ->
                delivery.after().map(after -> Duration.between(before, after).toMillis() / MILLIS));
  }
}
