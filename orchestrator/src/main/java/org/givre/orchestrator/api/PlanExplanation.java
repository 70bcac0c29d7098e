package org.givre.orchestrator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.givre.orchestrator.dispatch.DispatchRequest.PlanPicture;
import org.givre.orchestrator.feed.EventJson;
import org.givre.orchestrator.job.JobState;

/** Answers a question about a job's place in the plan that holds. */
final class PlanExplanation {
  private final JobState job;
  private final PlanPicture picture;

  PlanExplanation(JobState job, PlanPicture picture) {
    this.job = job;
    this.picture = picture;
  }

  ObjectNode of(PlanQuestion question) {
    var json = answer(question);
    json.put("planVersion", picture.state().version());
    json.put("another", picture.making());
    picture.reckoned().ifPresent(plan -> json.put("beginsAt", plan.origin().toString()));
    job.blockers().forEach(EventJson.into(json.putArray("blockers")));
    return json;
  }

  private ObjectNode answer(PlanQuestion question) {
    if (question instanceof PlanQuestion.Wait) {
      return new WaitAnswer(job, picture).json();
    } else if (question instanceof PlanQuestion.Item item) {
      return new ItemAnswer(job, picture).json(item.index());
    }
    var plan = PlanAtHand.withPlaceFor(job.id(), picture);
    if (question instanceof PlanQuestion.Order order) {
      return plan.order(order.one(), order.other());
    } else if (question instanceof PlanQuestion.Lift lift) {
      return plan.lift(lift.lift());
    }
    return plan.summary();
  }
}
