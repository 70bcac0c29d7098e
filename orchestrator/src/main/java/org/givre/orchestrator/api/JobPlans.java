package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.JobId;

/** {@code GET /v1/jobs/{id}/plan}: a job's place in the plan, and why it is as it is. */
final class JobPlans {
  private final View view;
  private final JobDesk desk;
  private final Explanations explanations;

  JobPlans(ApiParts parts, JobDesk desk) {
    this.view = parts.view();
    this.desk = desk;
    this.explanations = parts.explanations();
  }

  CompletionStage<HttpResponse> plan(HttpRequest request, String id) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var question = Query.of(request, "explain").value("explain", PlanQuestion::parse);
    var job = desk.found(id);
    return question
        .map(asked -> explained(job, asked))
        .orElseGet(() -> CompletableFuture.completedFuture(steps(job)));
  }

  private HttpResponse steps(JobId job) {
    var offset = view.appliedOffset();
    return view.jobs()
        .plan(job)
        .map(plan -> Replies.snapshot(PlanJson.of(plan), offset))
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.PLAN_NOT_FOUND,
                        "Job %s has no place in a plan yet. Look again once it is PLANNED."
                            .formatted(job))
                    .thrown());
  }

  private CompletionStage<HttpResponse> explained(JobId id, PlanQuestion question) {
    return desk.describe(id)
        .thenCompose(
            job ->
                explanations.explained(picture -> new PlanExplanation(job, picture).of(question)))
        .thenApply(Replies::ok)
        .exceptionally(JobPlans::refused);
  }

  private static HttpResponse refused(Throwable failure) {
    var cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof RejectedExecutionException) {
      throw Problem.of(
              ProblemCode.EXPLANATIONS_BUSY,
              "As many explanations as are allowed at a time are being made. Ask again in a moment.")
          .thrown();
    }
    throw failure instanceof CompletionException known ? known : new CompletionException(failure);
  }
}
