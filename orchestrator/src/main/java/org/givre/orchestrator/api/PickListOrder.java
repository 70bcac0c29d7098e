package org.givre.orchestrator.api;

import akka.http.javadsl.model.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;

/** What a pick list's address says of the job that the list itself cannot. */
record PickListOrder(
    boolean dryRun,
    String mode,
    Optional<String> externalRef,
    Optional<String> requester,
    SortedMap<String, String> labels,
    Optional<Integer> priority,
    Optional<Instant> notBefore,
    Optional<Instant> dueAt,
    Optional<Instant> deadlineAt,
    boolean hold,
    Optional<PortId> port,
    Optional<JobId> retryOf) {
  PickListOrder {
    labels = new TreeMap<>(labels);
  }

  static PickListOrder of(HttpRequest request) {
    var query =
        Query.of(
            request,
            "dryRun",
            "mode",
            "externalRef",
            "requester",
            "label.",
            "priority",
            "notBefore",
            "dueAt",
            "deadlineAt",
            "hold",
            "port",
            "retryOf");
    return new PickListOrder(
        query.flag("dryRun"),
        query.choice("mode", "all-or-nothing", "valid-rows"),
        query.text("externalRef"),
        query.text("requester"),
        query.labels(),
        query.value("priority", text -> (int) Query.number(text, 1, 9)),
        query.time("notBefore"),
        query.time("dueAt"),
        query.time("deadlineAt"),
        query.flag("hold"),
        query.value("port", PortId::new),
        query.value("retryOf", JobId::new));
  }

  /** The job that {@code list} and this make together. */
  JobRequest request(PickList list) {
    return new JobRequest(
        "retrieve",
        externalRef,
        requester,
        labels,
        priority.orElse(list.priority()),
        notBefore,
        dueAt,
        deadlineAt,
        hold,
        port,
        retryOf,
        list.items());
  }
}
