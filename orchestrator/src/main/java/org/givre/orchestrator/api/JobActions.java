package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.stream.Materializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.job.JobState;
import org.givre.plans.store.JobId;

/** {@code POST /v1/jobs/{id}/actions}. */
final class JobActions {
  private static final int LONGEST_REASON = 1_000;

  private final JobDesk desk;
  private final Bodies bodies;
  private final ApiParts parts;

  JobActions(ApiParts parts, JobDesk desk) {
    this.parts = parts;
    this.desk = desk;
    this.bodies = new Bodies(Materializer.matFromSystem(parts.system()), parts.limits());
  }

  /** What a client wants done, and why. */
  private record Action(String type, String reason) {}

  CompletionStage<HttpResponse> act(HttpRequest request, String id) {
    Query.of(request);
    var job = desk.found(id);
    return bodies
        .json(request)
        .thenApply(body -> read(body, Requests.lenient(request)))
        .thenCompose(
            action ->
                desk.describe(job)
                    .thenCompose(state -> act(action, checked(state, action, request))));
  }

  private static Action read(byte[] body, boolean lenient) {
    var complaints = new Complaints(1);
    var action = JsonField.root(Json.parse(body), complaints);
    if (!action.isObject()) {
      complaints.check(ProblemCode.REQUEST_INVALID);
    }
    var type = action.field("type").required().text(LONGEST_REASON).orElse("");
    if (type.equals("release") && !lenient) {
      action.only(new TreeSet<>(List.of("type", "reason")));
    }
    var reason = action.field("reason").text(LONGEST_REASON).orElse("");
    complaints.check(ProblemCode.REQUEST_INVALID);
    return new Action(type, reason);
  }

  private static JobState checked(JobState job, Action action, HttpRequest request) {
    if (!action.type().equals("release")) {
      throw Problem.of(
              ProblemCode.ACTION_NOT_SUPPORTED,
              "Action \"%s\" is not supported yet; this engine does release."
                  .formatted(action.type()))
          .withActions(JobJson.actions(job.hold()))
          .thrown();
    }
    var match = Requests.header(request, "If-Match");
    if (match.isPresent() && !matches(match.get(), JobReply.etag(job))) {
      throw Problem.of(
              ProblemCode.REVISION_STALE,
              "The job is at revision %s; If-Match names %s. Look at it again."
                  .formatted(JobReply.etag(job), match.get()))
          .withActions(JobJson.actions(job.hold()))
          .thrown();
    }
    return job;
  }

  private static boolean matches(String header, String etag) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private CompletionStage<HttpResponse> act(Action action, JobState job) {
    var id = parts.ids().get();
    var cause =
        new Cause(Cause.Kind.OPERATOR, "", action.reason(), job.id().value(), "action " + id);
    var done = job.hold() ? desk.release(job.id(), cause) : CompletableFuture.completedFuture(job);
    return done.thenApply(
        after -> Replies.json(202, record(id, action, job.id())).addHeader(JobReply.tag(after)));
  }

  private static JsonNode record(String id, Action action, JobId job) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("job", job.value())
        .put("type", action.type())
        .put("state", "DONE")
        .put("reason", action.reason())
        .putNull("promisedAt");
  }
}
