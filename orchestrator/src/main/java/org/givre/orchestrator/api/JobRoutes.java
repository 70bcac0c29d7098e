package org.givre.orchestrator.api;

import static akka.http.javadsl.server.PathMatchers.segment;

import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpEntities;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.MediaTypes;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.Route;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.view.JobFilter;
import org.givre.orchestrator.view.View;
import org.givre.plans.store.JobId;

/** Jobs: submitting, listing, looking, acting. */
final class JobRoutes extends Resource {
  private final View view;
  private final JobDesk desk;
  private final JobJson json;
  private final JobReply replies;
  private final JobSubmission submission;
  private final JobActions actions;
  private final JobEvents events;
  private final JobPlans plans;

  JobRoutes(ApiParts parts) {
    this.view = parts.view();
    this.desk = new JobDesk(parts);
    this.json = new JobJson(parts.store(), parts.view().tubes());
    this.replies = new JobReply(json);
    this.submission = new JobSubmission(parts, desk, replies);
    this.actions = new JobActions(parts, desk);
    this.events = new JobEvents(parts);
    this.plans = new JobPlans(parts, desk);
  }

  @Override
  Route routes() {
    var job = segment("jobs").slash(segment());
    return concat(
        path(
            segment("jobs"),
            () -> concat(get(() -> answerNow(this::list)), post(() -> answer(submission::submit)))),
        path(job, id -> get(() -> answer(request -> one(request, id)))),
        path(job.slash("items"), id -> get(() -> answer(request -> items(request, id)))),
        path(job.slash("plan"), id -> get(() -> answer(request -> plans.plan(request, id)))),
        path(job.slash("events"), id -> get(() -> answer(r -> events.page(r, desk.found(id))))),
        path(job.slash("receipt"), id -> get(() -> answer(request -> receipt(request, id)))),
        path(job.slash("actions"), id -> post(() -> answer(r -> actions.act(r, id)))));
  }

  private HttpResponse list(HttpRequest request) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var query =
        Query.of(
            request, "state", "externalRef", "label.", "createdAfter", "sort", "limit", "cursor");
    var filter =
        new JobFilter(
            query.anyOf("state", JobPhase.class),
            query.text("externalRef"),
            query.labels(),
            query.time("createdAfter"));
    var newestFirst = query.choice("sort", "-submittedAt", "submittedAt").equals("-submittedAt");
    var after = query.text("cursor").map(cursor -> Cursors.read(cursor, JobId::new));
    var limit = query.limit();
    var offset = view.appliedOffset();
    var found = view.jobs().jobs(filter, newestFirst, after, limit + 1);
    var body = JsonNodeFactory.instance.objectNode();
    var jobs = body.putArray("jobs");
    found.stream().limit(limit).forEach(job -> jobs.add(json.summary(job)));
    var next =
        found.size() > limit
            ? Optional.of(found.get(limit - 1).id().value())
            : Optional.<String>empty();
    return Replies.page(request, body, next, offset);
  }

  private CompletionStage<HttpResponse> one(HttpRequest request, String id) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    Query.of(request);
    return desk.describe(desk.found(id))
        .thenApply(
            job ->
                unchanged(request, job)
                    ? HttpResponse.create()
                        .withStatus(StatusCodes.NOT_MODIFIED)
                        .addHeader(JobReply.tag(job))
                    : replies.of(200, job, replies.body(job)));
  }

  private static boolean unchanged(HttpRequest request, JobState job) {
    return Requests.header(request, "If-None-Match").stream()
        .anyMatch(tag -> tag.equals(Revisions.tag(job.revision())));
  }

  private CompletionStage<HttpResponse> items(HttpRequest request, String id) {
    Requests.accepted(request, MediaTypes.APPLICATION_JSON);
    var query = Query.of(request, "limit", "cursor");
    var limit = query.limit();
    var from = query.cursor(1_000_000).orElse(0L);
    var offset = view.appliedOffset();
    return desk.describe(desk.found(id))
        .thenApply(
            job -> {
              var body = JsonNodeFactory.instance.objectNode();
              var items = body.putArray("items");
              job.requests().stream()
                  .skip(from)
                  .limit(limit)
                  .forEach(item -> items.add(json.item(job, item)));
              var next =
                  Optional.of(from + limit)
                      .filter(place -> place < job.requests().size())
                      .map(String::valueOf);
              return Replies.page(request, body, next, offset).addHeader(JobReply.tag(job));
            });
  }

  private CompletionStage<HttpResponse> receipt(HttpRequest request, String id) {
    var type = Requests.accepted(request, MediaTypes.APPLICATION_JSON, MediaTypes.TEXT_CSV);
    Query.of(request);
    return desk.describe(desk.found(id))
        .thenApply(
            job ->
                type.equals(MediaTypes.TEXT_CSV)
                    ? csv(job)
                    : replies.of(200, job, Receipt.json(job)));
  }

  private static HttpResponse csv(JobState job) {
    return HttpResponse.create()
        .withEntity(HttpEntities.create(ContentTypes.TEXT_CSV_UTF8, Receipt.csv(job)))
        .addHeader(JobReply.tag(job));
  }
}
