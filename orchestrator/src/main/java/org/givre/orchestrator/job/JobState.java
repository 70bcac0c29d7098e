package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.givre.orchestrator.job.JobEvent.Blocker;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * How a job stands: what the API shows of it.
 *
 * @param revision rises with every event
 * @param submittedAt engine time
 * @param hold whether it waits for a release
 * @param plan empty before it was planned
 * @param actualTubeSeconds its share of the exposure so far
 * @param reason why it ended as it did; empty while it goes on
 */
public record JobState(
    JobId id,
    JobSpec spec,
    JobPhase phase,
    long revision,
    Instant submittedAt,
    boolean hold,
    List<Blocker> blockers,
    Optional<PlanShare> plan,
    double actualTubeSeconds,
    List<RequestState> requests,
    String reason) {
  public JobState {
    blockers = List.copyOf(blockers);
    requests = List.copyOf(requests);
  }

  /** The job's part in the adopted plan. */
  public record PlanShare(
      long version,
      double predictedTubeSeconds,
      OptionalDouble lowerBoundTubeSeconds,
      Instant etaP50,
      Instant etaP95) {}

  /**
   * How a request stands.
   *
   * @param tube chosen for it
   * @param lift the rack that is up for it now, while {@code PICKING}
   * @param reason empty unless it failed
   */
  public record RequestState(
      int index,
      RequestPhase phase,
      Optional<TubeId> tube,
      Optional<LiftUnderWay> lift,
      Optional<PickerId> picker,
      Optional<Delivered> delivered,
      String reason) {}

  /** A lift that is under way. */
  public record LiftUnderWay(RackId rack, Instant since) {}

  /** Where and when a tube was delivered, and what it got in all. */
  public record Delivered(
      PortId port,
      int slot,
      Instant at,
      double seconds,
      double weightedSeconds,
      double peakCelsius) {}
}
