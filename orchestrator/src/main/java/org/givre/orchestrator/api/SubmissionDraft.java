package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.givre.devices.journal.Cause;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobSpec.Idempotency;
import org.givre.plans.store.JobId;

/**
 * A job on its way: what was asked, what was wrong with it, and how it is meant.
 *
 * @param rowErrors of a pick list
 * @param places of all items, good and bad
 * @param key by which the submission may be repeated; a dry run has none
 */
record SubmissionDraft(
    JobRequest request,
    List<ProblemError> rowErrors,
    List<Locus> places,
    Manner manner,
    Optional<Idempotency> key) {
  private static final String VALID_ROWS = "valid-rows";

  SubmissionDraft {
    rowErrors = List.copyOf(rowErrors);
    places = List.copyOf(places);
  }

  /**
   * How a submission is meant.
   *
   * @param mixed code of the problem where several different things are wrong
   * @param places what items are called
   */
  record Manner(boolean dryRun, boolean validRows, ProblemCode mixed, String places) {}

  /** From a job in JSON. */
  static SubmissionDraft of(HttpRequest request, byte[] body, boolean dryRun) {
    var json = Json.parse(body);
    var read = JobRequestReader.read(json, Requests.lenient(request));
    var places = read.items().stream().<Locus>map(JobRequest.AskedTube::at).toList();
    var manner = new Manner(dryRun, false, ProblemCode.ITEMS_INVALID, "items");
    var key =
        dryRun ? Optional.<Idempotency>empty() : IdempotencyKey.of(request, Json.canonical(json));
    return new SubmissionDraft(read, List.of(), places, manner, key);
  }

  /** From a pick list. */
  static SubmissionDraft of(HttpRequest request, byte[] body, PickListOrder order) {
    var list = PickListReader.read(body, Requests.lenient(request));
    var validRows = order.mode().equals(VALID_ROWS);
    var manner = new Manner(order.dryRun(), validRows, ProblemCode.ROWS_INVALID, "rows");
    var key = order.dryRun() ? Optional.<Idempotency>empty() : IdempotencyKey.of(request, body);
    return new SubmissionDraft(
        order.request(list), list.errors(), List.copyOf(list.rows()), manner, key);
  }

  JobSpec spec(Resolution resolution) {
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
        key,
        request.retryOf());
  }

  Cause cause(JobId id) {
    var client = request.requester().orElse("");
    return new Cause(Cause.Kind.CLIENT, client, "", id.value(), "POST /v1/jobs");
  }
}
