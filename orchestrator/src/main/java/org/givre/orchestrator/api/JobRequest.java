package org.givre.orchestrator.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.orchestrator.job.Asked;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;

/**
 * A job as a client asks for it: well formed, but not held against the store yet.
 *
 * @param port where its tubes must be delivered; empty: any
 * @param retryOf the job that this one repeats
 */
record JobRequest(
    String type,
    Optional<String> externalRef,
    Optional<String> requester,
    SortedMap<String, String> labels,
    int priority,
    Optional<Instant> notBefore,
    Optional<Instant> dueAt,
    Optional<Instant> deadlineAt,
    boolean hold,
    Optional<PortId> port,
    Optional<JobId> retryOf,
    List<AskedTube> items) {
  JobRequest {
    labels = new TreeMap<>(labels);
    items = List.copyOf(items);
  }

  /** Something asked for, and where it stands in the request. */
  record AskedTube(Asked asked, Locus at) {}

  JobRequest withItems(List<AskedTube> others) {
    return new JobRequest(
        type,
        externalRef,
        requester,
        labels,
        priority,
        notBefore,
        dueAt,
        deadlineAt,
        hold,
        port,
        retryOf,
        others);
  }
}
