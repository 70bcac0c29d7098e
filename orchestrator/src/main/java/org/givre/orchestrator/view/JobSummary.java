package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobSpec;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.RequestState;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;

/**
 * A job without its requests one by one.
 *
 * @param done requests that are over
 * @param total requests
 * @param failed requests that are over without a delivery
 * @param warm racks that are up for it, with the start of the lift
 * @param carriers pickers that have tubes of it
 */
public record JobSummary(
    JobId id,
    Order order,
    JobPhase phase,
    long revision,
    Instant submittedAt,
    boolean hold,
    List<Blocker> blockers,
    Optional<JobState.PlanShare> plan,
    double actualTubeSeconds,
    int done,
    int total,
    int failed,
    SortedMap<RackId, Instant> warm,
    SortedSet<PickerId> carriers,
    String reason) {
  public JobSummary {
    blockers = List.copyOf(blockers);
    warm = new TreeMap<>(warm);
    carriers = new TreeSet<>(carriers);
  }

  /** What was ordered, but for the requests. */
  public record Order(
      String type,
      Optional<String> externalRef,
      Optional<String> requester,
      SortedMap<String, String> labels,
      int priority,
      Optional<Instant> notBefore,
      Optional<Instant> dueAt,
      Optional<Instant> deadlineAt,
      Optional<PortId> port) {
    public Order {
      labels = new TreeMap<>(labels);
    }

    static Order of(JobSpec spec) {
      return new Order(
          spec.type(),
          spec.externalRef(),
          spec.requester(),
          spec.labels(),
          spec.priority(),
          spec.notBefore(),
          spec.dueAt(),
          spec.deadlineAt(),
          spec.port());
    }
  }

  /** The summary of {@code job}. */
  public static JobSummary of(JobState job) {
    var over = job.requests().stream().map(RequestState::phase).filter(RequestPhase::terminal);
    var phases = over.toList();
    var delivered = (int) phases.stream().filter(p -> p == RequestPhase.DELIVERED).count();
    return new JobSummary(
        job.id(),
        Order.of(job.spec()),
        job.phase(),
        job.revision(),
        job.submittedAt(),
        job.hold(),
        job.blockers(),
        job.plan(),
        job.actualTubeSeconds(),
        phases.size(),
        job.requests().size(),
        phases.size() - delivered,
        warm(job),
        carriers(job),
        job.reason());
  }

  private static SortedMap<RackId, Instant> warm(JobState job) {
    var warm = new TreeMap<RackId, Instant>();
    for (var request : job.requests()) {
      if (request.phase() == RequestPhase.PICKING) {
        request.lift().ifPresent(lift -> warm.merge(lift.rack(), lift.since(), JobSummary::first));
      }
    }
    return warm;
  }

  private static Instant first(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static SortedSet<PickerId> carriers(JobState job) {
    var carriers = new TreeSet<PickerId>();
    for (var request : job.requests()) {
      if (request.phase() == RequestPhase.IN_TRANSIT) {
        request.picker().ifPresent(carriers::add);
      }
    }
    return carriers;
  }
}
