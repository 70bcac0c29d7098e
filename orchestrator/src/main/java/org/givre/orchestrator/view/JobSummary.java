package org.givre.orchestrator.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.givre.orchestrator.job.CompanyWait;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.orchestrator.job.JobPhase;
import org.givre.orchestrator.job.JobState;
import org.givre.orchestrator.job.RequestPhase;
import org.givre.orchestrator.job.RequestState;
import org.givre.orchestrator.job.Route;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * A job without its requests one by one.
 *
 * @param route which way its undone work is to go
 * @param company how it waits for others that need the same racks
 * @param promisedAt when it will be paused or cancelled, while that can be told
 * @param progress how many requests have come how far
 * @param warm racks that are up for it, with the start of the lift; while it is on the way to a
 *     pause or its end, also those that are about to be
 * @param warmTubes tubes that are being unloaded while it is on the way there, since when
 * @param carriers pickers that have tubes of it
 * @param allowed actions that would change something
 */
public record JobSummary(
    JobId id,
    Order order,
    JobPhase phase,
    long revision,
    Instant submittedAt,
    boolean hold,
    Route route,
    CompanyWait company,
    Optional<Instant> promisedAt,
    List<Blocker> blockers,
    Optional<JobState.PlanShare> plan,
    double actualTubeSeconds,
    Progress progress,
    SortedMap<RackId, Instant> warm,
    SortedMap<TubeId, Instant> warmTubes,
    SortedSet<PickerId> carriers,
    List<String> allowed,
    String reason) {
  public JobSummary {
    blockers = List.copyOf(blockers);
    warm = new TreeMap<>(warm);
    warmTubes = new TreeMap<>(warmTubes);
    allowed = List.copyOf(allowed);
    carriers = new TreeSet<>(carriers);
  }

  /**
   * How many requests have come how far.
   *
   * @param done are over, however they ended
   * @param delivered are at a port
   * @param failed could not be served
   * @param total in all
   */
  public record Progress(int done, int delivered, int failed, int total) {
    static Progress of(JobState job) {
      return new Progress(
          count(job, RequestPhase::terminal),
          count(job, phase -> phase == RequestPhase.DELIVERED),
          count(job, RequestPhase::failed),
          job.requests().size());
    }

    private static int count(JobState job, Predicate<RequestPhase> counted) {
      return (int) job.requests().stream().map(RequestState::phase).filter(counted).count();
    }
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
      Optional<PortId> port,
      Optional<JobId> retryOf) {
    public Order {
      labels = new TreeMap<>(labels);
    }

    static Order of(JobState job) {
      var spec = job.spec();
      return new Order(
          spec.type(),
          spec.externalRef(),
          spec.requester(),
          spec.labels(),
          job.priority(),
          spec.notBefore(),
          spec.dueAt(),
          spec.deadlineAt(),
          spec.port(),
          spec.retryOf());
    }
  }

  /**
   * What waiting for company has saved a job that was delivered in full: what it would have got at
   * once, as planned then, minus what it got. Negative where waiting has not paid.
   */
  public OptionalDouble savedTubeSeconds() {
    var atOnce = company.atOnceTubeSeconds();
    return phase == JobPhase.COMPLETED && atOnce.isPresent()
        ? OptionalDouble.of(atOnce.getAsDouble() - actualTubeSeconds)
        : OptionalDouble.empty();
  }

  /** The same with another bound of the plan that serves it alone. */
  JobSummary bounded(double tubeSeconds) {
    return new JobSummary(
        id,
        order,
        phase,
        revision,
        submittedAt,
        hold,
        route,
        company,
        promisedAt,
        blockers,
        plan.map(share -> share.bounded(tubeSeconds)),
        actualTubeSeconds,
        progress,
        warm,
        warmTubes,
        carriers,
        allowed,
        reason);
  }

  /** The summary of {@code job}. */
  public static JobSummary of(JobState job) {
    return new JobSummary(
        job.id(),
        Order.of(job),
        job.phase(),
        job.revision(),
        job.submittedAt(),
        job.hold(),
        job.route(),
        job.company(),
        job.promisedAt(),
        job.blockers(),
        job.plan(),
        job.actualTubeSeconds(),
        Progress.of(job),
        warm(job),
        warmTubes(job),
        carriers(job),
        job.allowed(),
        job.reason());
  }

  private static SortedMap<RackId, Instant> warm(JobState job) {
    var warm = new TreeMap<RackId, Instant>();
    for (var request : job.requests()) {
      if (request.phase() == RequestPhase.PICKING) {
        request.lift().ifPresent(lift -> warm.merge(lift.rack(), lift.since(), JobSummary::first));
      }
    }
    for (var task : job.underway()) {
      task.rack().ifPresent(rack -> warm.putIfAbsent(rack, task.since()));
    }
    return warm;
  }

  /** Tubes on their way out of a carrier. */
  private static SortedMap<TubeId, Instant> warmTubes(JobState job) {
    var warm = new TreeMap<TubeId, Instant>();
    for (var task : job.underway()) {
      if (task.rack().isEmpty()) {
        task.requests().stream()
            .flatMap(request -> job.requests().get(request).carriedTube().stream())
            .forEach(tube -> warm.put(tube, task.since()));
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
