package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.Location;
import akka.http.javadsl.model.headers.RawHeader;
import akka.stream.Materializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.dispatch.DispatchRequest.SitePicture;
import org.givre.orchestrator.job.JobState;
import org.givre.plans.store.JobId;

/**
 * {@code POST /v1/jobs}: from a body to a durable job, or a report of what it would be. A
 * submission that is repeated with its key is answered with what was answered first, made anew from
 * the job: that is durable, an answer is not.
 */
final class JobSubmission {
  private final ApiParts parts;
  private final JobDesk desk;
  private final SiteDesk site;
  private final JobReply replies;
  private final Bodies bodies;
  private final KeyedSubmissions keyed;
  private final SubmissionCheck check;

  JobSubmission(ApiParts parts, JobDesk desk, JobReply replies) {
    this.parts = parts;
    this.desk = desk;
    this.site = new SiteDesk(parts);
    this.replies = replies;
    this.bodies = new Bodies(Materializer.matFromSystem(parts.system()), parts.limits());
    this.check = new SubmissionCheck(parts.store(), parts.time());
    this.keyed = new KeyedSubmissions(parts.view().submissions(), parts.time());
  }

  CompletionStage<HttpResponse> submit(HttpRequest request) {
    if (Bodies.is(request, "text/csv")) {
      var order = PickListOrder.of(request);
      return bodies
          .bytes(request, parts.limits().csvBytes())
          .thenCompose(body -> take(SubmissionDraft.of(request, body, order)));
    }
    if (!Bodies.is(request, "application/json")) {
      throw Bodies.unsupported(request, "application/json or text/csv");
    }
    var dryRun = Query.of(request, "dryRun").flag("dryRun");
    return bodies
        .json(request)
        .thenCompose(body -> take(SubmissionDraft.of(request, body, dryRun)));
  }

  private CompletionStage<HttpResponse> take(SubmissionDraft draft) {
    return draft
        .key()
        .flatMap(keyed::known)
        .map(desk::find)
        .orElse(CompletableFuture.completedFuture(Optional.empty()))
        .thenCompose(
            known ->
                known
                    .<CompletionStage<HttpResponse>>map(
                        job -> CompletableFuture.completedFuture(repeated(draft, job)))
                    .orElseGet(() -> create(draft)));
  }

  private CompletionStage<HttpResponse> create(SubmissionDraft draft) {
    check.check(draft.request());
    draft.request().retryOf().ifPresent(this::checkRetried);
    var resolution = Resolution.of(draft.request().items(), parts.view().tubes());
    var errors = errors(draft, resolution);
    if (draft.manner().dryRun()) {
      return CompletableFuture.completedFuture(
          Replies.ok(DryRun.report(draft.places(), resolution, errors, draft.manner().places())));
    }
    if (!errors.isEmpty() && (!draft.manner().validRows() || resolution.served().isEmpty())) {
      throw Problem.of(errors, draft.manner().mixed()).thrown();
    }
    return site.look()
        .thenCompose(
            picture -> {
              refuseWhileHeld(picture);
              return submit(draft, resolution);
            });
  }

  private static List<ProblemError> errors(SubmissionDraft draft, Resolution resolution) {
    var errors = new ArrayList<>(draft.rowErrors());
    errors.addAll(resolution.errors());
    return errors;
  }

  private CompletionStage<HttpResponse> submit(SubmissionDraft draft, Resolution resolution) {
    var claim =
        draft
            .key()
            .map(key -> keyed.claim(key, this::freshId))
            .orElseGet(() -> new KeyedSubmissions.Claim(freshId(), true));
    return desk.submit(claim.job(), draft.spec(resolution), draft.cause(claim.job()))
        .thenApply(
            job ->
                claim.isNew()
                    ? accepted(draft, job, errors(draft, resolution))
                    : repeated(draft, job));
  }

  private JobId freshId() {
    return new JobId(parts.ids().get());
  }

  /** The first answer once more. Why rows were left out is looked up again. */
  private HttpResponse repeated(SubmissionDraft draft, JobState job) {
    var errors = errors(draft, Resolution.of(draft.request().items(), parts.view().tubes()));
    return accepted(draft, job, errors).addHeader(RawHeader.create("Idempotent-Replayed", "true"));
  }

  /** The job as it was when it was accepted, wherever it stands by now. */
  private HttpResponse accepted(SubmissionDraft draft, JobState job, List<ProblemError> errors) {
    var first = JobState.of(job.id(), job.spec(), job.submittedAt());
    var body = replies.body(first);
    if (draft.manner().validRows()) {
      SkippedRows.write(draft, job.spec().requests(), errors, body.putArray("skipped"));
    }
    return replies.of(202, first, body).addHeader(Location.create("/v1/jobs/" + job.id().value()));
  }

  private static void refuseWhileHeld(Optional<SitePicture> picture) {
    if (picture.filter(SitePicture::held).isPresent()) {
      throw Problem.of(
              ProblemCode.STORE_HELD,
              "The site is held since %s: %s. Send the job again once it is released."
                  .formatted(
                      picture.flatMap(SitePicture::since).orElseThrow(), picture.get().reason()))
          .thrown();
    }
  }

  private void checkRetried(JobId job) {
    if (!desk.exists(job)) {
      throw Problem.of(
              ProblemCode.JOB_UNKNOWN,
              "There is no job %s that could be tried again.".formatted(job))
          .thrown();
    }
  }
}
