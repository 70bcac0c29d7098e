package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.plans.explain.ChoiceExplanation;

/** Why an item gets its tube, or none. */
final class ItemAnswer {
  private final JobState job;
  private final PlanPicture picture;

  ItemAnswer(JobState job, PlanPicture picture) {
    this.job = job;
    this.picture = picture;
  }

  ObjectNode json(int index) {
    if (index >= job.requests().size()) {
      throw Problem.of(
              ProblemCode.ITEM_UNKNOWN,
              "Job %s has items 0 to %d; item %d was asked for."
                  .formatted(job.id(), job.requests().size() - 1, index))
          .thrown();
    }
    var phase = job.requests().get(index).phase();
    if (phase != RequestPhase.PENDING && !isPlanned(index)) {
      throw overtaken(index, phase);
    }
    var plan = PlanAtHand.of(job.id(), picture);
    var id = plan.adopted.request(job.id(), index);
    return id.isPresent()
        ? chosen(plan, plan.explainer.request(id.getAsInt()))
        : unplanned(plan, index);
  }

  /** Nothing is overtaken where nobody knows the plan. */
  private boolean isPlanned(int index) {
    return picture
        .reckoned()
        .map(plan -> plan.request(job.id(), index).isPresent())
        .orElse(!job.requests().get(index).phase().terminal());
  }

  private ProblemException overtaken(int index, RequestPhase phase) {
    return Problem.of(
            ProblemCode.PLAN_OVERTAKEN,
            "Item %d of job %s is %s: what plan %d says begins after that."
                .formatted(index, job.id(), phase, picture.state().version()))
        .thrown();
  }

  private static ObjectNode chosen(PlanAtHand plan, ChoiceExplanation choice) {
    var json = plan.writer.of(choice);
    if (choice.chosen().filter(chosen -> plan.terms.hasBegun(chosen.lift())).isPresent()) {
      ((ArrayNode) json.get("why")).add("The lift has begun: this is not changed any more.");
    }
    return json;
  }

  private ObjectNode unplanned(PlanAtHand plan, int index) {
    var json = JsonNodeFactory.instance.objectNode().put("explains", "choice");
    var why = json.putArray("why");
    plan.adopted
        .leftOut(job.id(), index)
        .ifPresentOrElse(
            left ->
                why.add(
                    "Plan %d leaves item %d out: %s."
                        .formatted(plan.adopted.version(), index, left.detail())),
            () ->
                why.add(
                    "Item %d has no place in plan %d.".formatted(index, plan.adopted.version())));
    plan.adopted
        .leftOut(job.id(), index)
        .ifPresent(left -> json.put("code", left.code()).put("detail", left.detail()));
    json.put("job", job.id().value()).put("item", index);
    json.putArray("alternatives");
    return json;
  }
}
