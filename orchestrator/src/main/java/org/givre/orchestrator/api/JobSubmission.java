package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.Location;
import akka.stream.Materializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.job.JobSpec;
import org.givre.plans.store.JobId;

/** {@code POST /v1/jobs}: from a body to a durable job, or a report of what it would be. */
final class JobSubmission {
  private static final String VALID_ROWS = "valid-rows";

  private final ApiParts parts;
  private final JobDesk desk;
  private final JobReply replies;
  private final Bodies bodies;

  JobSubmission(ApiParts parts, JobDesk desk, JobReply replies) {
    this.parts = parts;
    this.desk = desk;
    this.replies = replies;
    this.bodies = new Bodies(Materializer.matFromSystem(parts.system()), parts.limits());
  }

  /** A request on its way: what was asked, what was wrong with it, and what to do about that. */
  private record Draft(
      JobRequest request, List<ProblemError> rowErrors, List<Locus> places, Manner manner) {}

  /** How a submission is meant. */
  private record Manner(boolean dryRun, boolean validRows, ProblemCode mixed, String places) {}

  CompletionStage<HttpResponse> submit(HttpRequest request) {
    if (Bodies.is(request, "text/csv")) {
      var order = PickListOrder.of(request);
      return bodies
          .bytes(request, parts.limits().csvBytes())
          .thenCompose(body -> create(draft(request, body, order)));
    }
    if (!Bodies.is(request, "application/json")) {
      throw Bodies.unsupported(request, "application/json or text/csv");
    }
    var dryRun = Query.of(request, "dryRun").flag("dryRun");
    return bodies.json(request).thenCompose(body -> create(draft(request, body, dryRun)));
  }

  private static Draft draft(HttpRequest request, byte[] body, boolean dryRun) {
    var read = JobRequestReader.read(Json.parse(body), Requests.lenient(request));
    var places = read.items().stream().<Locus>map(JobRequest.AskedTube::at).toList();
    var manner = new Manner(dryRun, false, ProblemCode.ITEMS_INVALID, "items");
    return new Draft(read, List.of(), places, manner);
  }

  private static Draft draft(HttpRequest request, byte[] body, PickListOrder order) {
    var list = PickListReader.read(body, Requests.lenient(request));
    var manner =
        new Manner(
            order.dryRun(), order.mode().equals(VALID_ROWS), ProblemCode.ROWS_INVALID, "rows");
    return new Draft(order.request(list), list.errors(), List.copyOf(list.rows()), manner);
  }

  private CompletionStage<HttpResponse> create(Draft draft) {
    check(draft.request());
    var resolution = Resolution.of(draft.request().items(), parts.view().tubes());
    var errors = new ArrayList<>(draft.rowErrors());
    errors.addAll(resolution.errors());
    if (draft.manner().dryRun()) {
      return CompletableFuture.completedFuture(
          Replies.ok(DryRun.report(draft.places(), resolution, errors, draft.manner().places())));
    }
    if (!errors.isEmpty() && (!draft.manner().validRows() || resolution.served().isEmpty())) {
      throw Problem.of(errors, draft.manner().mixed()).thrown();
    }
    var id = new JobId(parts.ids().get());
    return desk.submit(id, spec(draft.request(), resolution), cause(draft.request(), id))
        .thenApply(
            job -> {
              var body = replies.body(job);
              if (draft.manner().validRows()) {
                skipped(errors, body);
              }
              return replies
                  .of(202, job, body)
                  .addHeader(Location.create("/v1/jobs/" + id.value()));
            });
  }

  private static void skipped(List<ProblemError> errors, ObjectNode body) {
    var skipped = body.putArray("skipped");
    for (var error : errors) {
      var json = JsonNodeFactory.instance.objectNode();
      Problems.write(error, json);
      skipped.add(json);
    }
  }

  /** Refuses what can be seen to fail without a look at the tubes. */
  private void check(JobRequest request) {
    request
        .port()
        .flatMap(port -> RouteCheck.unknown(port, parts.store()))
        .ifPresent(
            problem -> {
              throw problem.thrown();
            });
    var earliest = parts.time().now();
    var start = request.notBefore().filter(time -> time.isAfter(earliest)).orElse(earliest);
    if (request.deadlineAt().stream().anyMatch(deadline -> !deadline.isAfter(start))) {
      throw Problem.of(
              ProblemCode.DEADLINE_PASSED,
              "The deadline %s is not after %s, when the job may start. Engine time is %s."
                  .formatted(request.deadlineAt().orElseThrow(), start, earliest))
          .thrown();
    }
  }

  private static JobSpec spec(JobRequest request, Resolution resolution) {
    return new JobSpec(
        request.type(),
        request.externalRef(),
        request.requester(),
        request.labels(),
        request.priority(),
        request.notBefore(),
        request.dueAt(),
        request.deadlineAt(),
        request.hold(),
        request.port(),
        resolution.requests(),
        Optional.empty(),
        Optional.empty());
  }

  private static Cause cause(JobRequest request, JobId id) {
    return new Cause(
        Cause.Kind.CLIENT, request.requester().orElse(""), "", id.value(), "POST /v1/jobs");
  }
}
