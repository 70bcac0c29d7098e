package org.givre.orchestrator.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.TubeId;

/**
 * A job as it was accepted; times in whole microseconds.
 *
 * @param type {@code retrieve}
 * @param priority 1 to 9, 9 most urgent
 * @param dueAt soft
 * @param deadlineAt hard
 * @param hold whether it waits for a release
 * @param port where its tubes must be delivered; empty: any
 * @param idempotency by which a repeated submission is known
 * @param retryOf the job that this one repeats
 */
public record JobSpec(
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
    List<TubeRequest> requests,
    Optional<Idempotency> idempotency,
    Optional<JobId> retryOf) {
  public JobSpec {
    labels = new TreeMap<>(labels);
    notBefore = notBefore.map(JobSpec::wholeMicros);
    dueAt = dueAt.map(JobSpec::wholeMicros);
    deadlineAt = deadlineAt.map(JobSpec::wholeMicros);
    requests = List.copyOf(requests);
  }

  private static Instant wholeMicros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * One request of a job; the API calls it an item.
   *
   * @param candidates tubes that satisfied it at submission; the first is what first come, first
   *     served would take
   */
  public record TubeRequest(Asked asked, List<TubeId> candidates) {
    public TubeRequest {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * By what a repeated submission is known.
   *
   * @param key as the client chose it
   * @param fingerprint of the body that came with it
   */
  public record Idempotency(String key, String fingerprint) {}
}
