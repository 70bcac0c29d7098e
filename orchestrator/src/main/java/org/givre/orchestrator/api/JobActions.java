package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.givre.plans.store.JobId;

/** {@code POST /v1/jobs/{id}/actions}. */
final class JobActions {
  private static final SortedMap<String, ActionArguments> ACTIONS = actions();

  private final JobDesk desk;
  private final ActionReader reader;
  private final RouteCheck routes;

  JobActions(ApiParts parts, JobDesk desk) {
    this.desk = desk;
    this.reader = new ActionReader(parts, ACTIONS);
    this.routes = new RouteCheck(parts.store(), parts.view().tubes());
  }

  private static SortedMap<String, ActionArguments> actions() {
    var actions = ActionReader.plain("release", "pause", "resume", "cancel");
    actions.put("reprioritize", ActionArguments.PRIORITY);
    actions.put("reroute", ActionArguments.ROUTE);
    actions.put("skipItem", ActionArguments.ITEM);
    actions.put("retryItem", ActionArguments.ITEM);
    return actions;
  }

  CompletionStage<HttpResponse> act(HttpRequest request, String id) {
    var job = desk.found(id);
    var reply = new ActionReply("job", id);
    return reader
        .read(request)
        .thenCompose(asked -> checked(asked, job))
        .thenCompose(asked -> desk.act(job, asked).thenApply(answer -> reply.to(asked, answer)));
  }

  /** Holds a route against the store, which the job does not know. */
  private CompletionStage<AskedAction> checked(AskedAction asked, JobId id) {
    return asked.action().type().equals("reroute")
        ? desk.describe(id)
            .thenApply(
                job ->
                    routes
                        .finding(asked.action().arguments(), job)
                        .map(asked::impossible)
                        .orElse(asked))
        : CompletableFuture.completedFuture(asked);
  }
}
