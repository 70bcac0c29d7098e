package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.devices.journal.JournalEvent;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/** What has happened to a job. Requests are numbered from 0. */
public sealed interface JobEvent extends JournalEvent {

  /** A client's job was accepted. */
  record JobSubmitted(JobSpec spec) implements JobEvent {}

  /** A held job may go. */
  record JobReleased() implements JobEvent {}

  /**
   * The job has a place in an adopted plan.
   *
   * @param predictedTubeSeconds the job's share of the plan's exposure
   * @param lowerBoundTubeSeconds of the whole plan, where it serves this job alone
   * @param chosen tube by request
   */
  record JobPlanned(
      long planVersion,
      double predictedTubeSeconds,
      OptionalDouble lowerBoundTubeSeconds,
      Instant etaP50,
      Instant etaP95,
      SortedMap<Integer, TubeId> chosen)
      implements JobEvent {
    public JobPlanned {
      chosen = new TreeMap<>(chosen);
    }
  }

  /** What keeps parts of the job waiting has changed; an empty list when nothing does. */
  record JobBlocked(List<Blocker> blockers) implements JobEvent {
    public JobBlocked {
      blockers = List.copyOf(blockers);
    }
  }

  /** A lift for some of the job's requests has begun. */
  record LiftJoined(String taskId, RackId rack, List<Integer> requests) implements JobEvent {
    public LiftJoined {
      requests = List.copyOf(requests);
    }
  }

  /** A request's tube is in a carrier. */
  record RequestPicked(int request, TubeId tube, PickerId picker) implements JobEvent {}

  /** A request's tube stands at a port. */
  record RequestDelivered(
      int request,
      TubeId tube,
      PortId port,
      int slot,
      Instant at,
      double seconds,
      double weightedSeconds,
      double peakCelsius)
      implements JobEvent {}

  /** A request's tube cannot be delivered. */
  record RequestFailed(int request, TubeId tube, RequestPhase phase, String reason)
      implements JobEvent {}

  /** The job's share of an ended task, weighted tube-seconds. */
  record ExposureShared(String taskId, double tubeSeconds) implements JobEvent {}

  /** The job is over. */
  record JobEnded(JobPhase phase, String reason) implements JobEvent {}

  /**
   * Something that keeps a part of the job waiting and clears itself.
   *
   * @param code stable, such as {@code tube-reserved}
   * @param by the job in the way, if it is one
   */
  record Blocker(String code, String resource, Optional<String> by, Instant since) {}
}
