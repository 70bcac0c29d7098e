package org.givre.orchestrator.feed;

import java.util.Locale;
import org.givre.orchestrator.job.JobEvent.CandidateMissed;
import org.givre.orchestrator.job.JobEvent.CompanyAwaited;
import org.givre.orchestrator.job.JobEvent.ExposureShared;
import org.givre.orchestrator.job.JobEvent.JobBlocked;
import org.givre.orchestrator.job.JobEvent.JobEnded;
import org.givre.orchestrator.job.JobEvent.JobPlanned;
import org.givre.orchestrator.job.JobEvent.JobReleased;
import org.givre.orchestrator.job.JobEvent.JobSubmitted;
import org.givre.orchestrator.job.JobEvent.JobUnplanned;
import org.givre.orchestrator.job.JobEvent.LiftJoined;
import org.givre.orchestrator.job.JobEvent.RequestDelivered;
import org.givre.orchestrator.job.JobEvent.RequestFailed;
import org.givre.orchestrator.job.JobEvent.RequestPicked;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.plans.store.JobId;

/** Public forms of what happens to jobs and their requests. */
final class JobShapes {
  private JobShapes() {}

  static void addTo(EventShapes shapes) {
    shapes
        .publish(JobSubmitted.class, (e, at) -> accepted(e.spec(), at))
        .publish(JobReleased.class, (e, at) -> draft(at, "job.released"))
        .publish(JobPlanned.class, JobShapes::planned)
        .publish(JobUnplanned.class, JobShapes::unplanned)
        .publish(JobBlocked.class, JobShapes::blocked)
        .publish(CompanyAwaited.class, JobShapes::awaited)
        .publish(LiftJoined.class, JobShapes::running)
        .publish(RequestPicked.class, JobShapes::picked)
        .publish(CandidateMissed.class, JobShapes::missed)
        .publish(RequestDelivered.class, JobShapes::delivered)
        .publish(RequestFailed.class, JobShapes::failed)
        .publish(ExposureShared.class, JobShapes::exposed)
        .publish(JobEnded.class, JobShapes::ended);
    VerbShapes.addTo(shapes);
  }

  static Draft draft(FeedEvent at, String type) {
    return Draft.of(at, type).job(new JobId(at.owner()));
  }

  private static Draft accepted(JobSpec spec, FeedEvent at) {
    return draft(at, "job.accepted")
        .body(
            body -> {
              body.put("state", (spec.hold() ? JobPhase.ACCEPTED : JobPhase.QUEUED).name());
              body.put("jobType", spec.type());
              spec.externalRef().ifPresent(ref -> body.put("externalRef", ref));
              body.put("priority", spec.priority());
              body.put("items", spec.requests().size());
            });
  }

  private static Draft planned(JobPlanned e, FeedEvent at) {
    return draft(at, "job.planned")
        .body(
            body -> {
              body.put("planVersion", e.planVersion());
              body.put("predictedTubeSeconds", e.predictedTubeSeconds());
              body.putObject("eta")
                  .put("p50", e.etaP50().toString())
                  .put("p95", e.etaP95().toString());
            });
  }

  private static Draft unplanned(JobUnplanned e, FeedEvent at) {
    return draft(at, "job.queued").body(body -> body.put("planVersion", e.planVersion()));
  }

  private static Draft blocked(JobBlocked e, FeedEvent at) {
    return draft(at, e.blockers().isEmpty() ? "job.unblocked" : "job.blocked")
        .body(body -> e.blockers().forEach(EventJson.into(body.putArray("blockers"))));
  }

  private static Draft awaited(CompanyAwaited e, FeedEvent at) {
    var company = e.company();
    return draft(at, company.isWaiting() ? "job.waiting" : "job.waited")
        .body(
            body -> {
              company.requests().forEach(body.putArray("items")::add);
              body.put("until", company.until().map(Object::toString).orElse(null));
              company
                  .estimatedSavingTubeSeconds()
                  .ifPresent(saving -> body.put("estimatedSavingTubeSeconds", saving));
            });
  }

  private static Draft running(LiftJoined e, FeedEvent at) {
    return draft(at, "job.running")
        .body(
            body -> {
              body.put("task", e.taskId()).put("rack", e.rack().value());
              e.requests().forEach(body.putArray("items")::add);
            });
  }

  private static Draft picked(RequestPicked e, FeedEvent at) {
    return draft(at, "item.picked")
        .tube(e.tube())
        .device(e.picker().value())
        .body(
            body ->
                body.put("item", e.request())
                    .put("tube", e.tube().value())
                    .put("picker", e.picker().value()));
  }

  private static Draft missed(CandidateMissed e, FeedEvent at) {
    return draft(at, "item.missed")
        .tube(e.tube())
        .body(
            body ->
                body.put("item", e.request())
                    .put("tube", e.tube().value())
                    .put("finding", e.finding().name()));
  }

  private static Draft delivered(RequestDelivered e, FeedEvent at) {
    return draft(at, "item.delivered")
        .tube(e.tube())
        .device(e.port().value())
        .body(
            body -> {
              body.put("item", e.request()).put("tube", e.tube().value()).put("task", e.taskId());
              body.putObject("position").put("port", e.port().value()).put("slot", e.slot());
              body.put("deliveredAt", e.at().toString());
              body.put("exposureSeconds", e.seconds());
              body.put("exposureTubeSeconds", e.weightedSeconds());
              body.put("peakCelsius", e.peakCelsius());
            });
  }

  private static Draft failed(RequestFailed e, FeedEvent at) {
    return draft(at, "item.failed")
        .tube(e.tube())
        .body(
            body ->
                body.put("item", e.request())
                    .put("tube", e.tube().value())
                    .put("state", e.phase().name())
                    .put("reason", e.reason()));
  }

  private static Draft exposed(ExposureShared e, FeedEvent at) {
    return draft(at, "job.exposed")
        .body(body -> body.put("task", e.taskId()).put("tubeSeconds", e.tubeSeconds()));
  }

  private static Draft ended(JobEnded e, FeedEvent at) {
    var complete = e.phase() == JobPhase.COMPLETED_WITH_EXCEPTIONS ? JobPhase.COMPLETED : e.phase();
    return draft(at, "job." + complete.name().toLowerCase(Locale.ROOT))
        .body(body -> body.put("state", e.phase().name()).put("reason", e.reason()));
  }
}
