package org.givre.orchestrator.feed;

import static org.givre.orchestrator.feed.JobShapes.draft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.givre.devices.action.ActionRecord;
import org.givre.orchestrator.job.JobEvent.CompanyDeclined;
import org.givre.orchestrator.job.JobEvent.JobActed;
import org.givre.orchestrator.job.JobEvent.JobCancelling;
import org.givre.orchestrator.job.JobEvent.JobPaused;
import org.givre.orchestrator.job.JobEvent.JobPausing;
import org.givre.orchestrator.job.JobEvent.JobReprioritized;
import org.givre.orchestrator.job.JobEvent.JobRerouted;
import org.givre.orchestrator.job.JobEvent.JobResumed;
import org.givre.orchestrator.job.JobEvent.RequestRetried;
import org.givre.orchestrator.job.JobEvent.RequestReturned;
import org.givre.orchestrator.job.JobEvent.RequestSkipped;
import org.givre.orchestrator.job.JobEvent.RequestUnwanted;
import org.givre.orchestrator.job.Underway;

/** Public forms of what operators do to jobs, and of what follows from it. */
final class VerbShapes {
  private VerbShapes() {}

  static void addTo(EventShapes shapes) {
    shapes
        .publish(JobActed.class, (e, at) -> acted(e.action(), at))
        .publish(JobPausing.class, VerbShapes::pausing)
        .publish(JobPaused.class, (e, at) -> draft(at, "job.paused"))
        .publish(JobResumed.class, (e, at) -> draft(at, "job.resumed"))
        .publish(JobCancelling.class, VerbShapes::cancelling)
        .publish(CompanyDeclined.class, (e, at) -> draft(at, "job.released"))
        .publish(JobReprioritized.class, VerbShapes::reprioritized)
        .publish(JobRerouted.class, VerbShapes::rerouted)
        .publish(RequestSkipped.class, VerbShapes::skipped)
        .publish(RequestUnwanted.class, VerbShapes::unwanted)
        .publish(RequestReturned.class, VerbShapes::returned)
        .publish(RequestRetried.class, VerbShapes::retried);
  }

  private static Draft acted(ActionRecord action, FeedEvent at) {
    return draft(at, "job.acted")
        .body(
            body -> {
              body.put("action", action.id()).put("actionType", action.type());
              action.arguments().forEach(body.putObject("arguments")::put);
              body.put("outcome", action.accepted() ? "ACCEPTED" : "REFUSED");
              body.put("code", action.refusal().orElse(null));
            });
  }

  private static Draft pausing(JobPausing e, FeedEvent at) {
    return draft(at, "job.pausing")
        .body(
            body -> {
              body.put("promisedAt", e.promisedAt().toString());
              underway(e.underway(), body.putArray("underway"));
            });
  }

  private static Draft cancelling(JobCancelling e, FeedEvent at) {
    return draft(at, "job.cancelling")
        .body(
            body -> {
              body.put("reason", e.reason());
              body.put("promisedAt", e.promisedAt().map(Object::toString).orElse(null));
              underway(e.underway(), body.putArray("underway"));
            });
  }

  private static void underway(List<Underway> tasks, ArrayNode json) {
    tasks.forEach(task -> underway(task, json.addObject()));
  }

  private static void underway(Underway task, ObjectNode json) {
    json.put("task", task.taskId()).put("rack", task.rack().map(rack -> rack.value()).orElse(null));
    json.put("since", task.since().toString()).put("expectedEnd", task.expectedEnd().toString());
    task.requests().forEach(json.putArray("items")::add);
  }

  private static Draft reprioritized(JobReprioritized e, FeedEvent at) {
    return draft(at, "job.reprioritized").body(body -> body.put("priority", e.priority()));
  }

  private static Draft rerouted(JobRerouted e, FeedEvent at) {
    return draft(at, "job.rerouted")
        .body(
            body -> {
              body.put("picker", e.route().picker().map(picker -> picker.value()).orElse(null));
              body.put("port", e.route().port().map(port -> port.value()).orElse(null));
              e.route().avoid().forEach(body.putArray("avoid")::add);
            });
  }

  private static Draft skipped(RequestSkipped e, FeedEvent at) {
    return draft(at, "item.skipped")
        .body(body -> body.put("item", e.request()).put("reason", e.reason()));
  }

  private static Draft unwanted(RequestUnwanted e, FeedEvent at) {
    return draft(at, "item.unwanted")
        .body(body -> body.put("item", e.request()).put("reason", e.reason()));
  }

  private static Draft returned(RequestReturned e, FeedEvent at) {
    return draft(at, "item.returned")
        .tube(e.tube())
        .body(
            body -> {
              body.put("item", e.request()).put("tube", e.tube().value()).put("task", e.taskId());
              body.putObject("position")
                  .put("rack", e.position().rack().value())
                  .put("level", e.position().level())
                  .put("well", e.position().well().label());
              body.put("returnedAt", e.at().toString());
              body.put("exposureSeconds", e.seconds());
              body.put("exposureTubeSeconds", e.weightedSeconds());
              body.put("peakCelsius", e.peakCelsius());
            });
  }

  private static Draft retried(RequestRetried e, FeedEvent at) {
    return draft(at, "item.retried").body(body -> body.put("item", e.request()));
  }
}
