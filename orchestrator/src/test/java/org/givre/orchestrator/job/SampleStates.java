package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.store.JobId;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;
import org.givre.plans.store.Well;

/**
 * A job in every state that it can be in. It has three requests, for tubes A, B and C; that for B
 * is over, as the tube was not found, and the others are open.
 */
final class SampleStates {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final Instant LATER = NOON.plusSeconds(60);
  static final JobId ID = new JobId("job-1");
  static final TubeId A = new TubeId("A");
  static final TubeId B = new TubeId("B");
  static final RackId RACK = new RackId("R1");
  static final PickerId PICKER = new PickerId("picker-1");

  private SampleStates() {}

  /** A task for these requests, by the name of a lift or, with a u, of an unload. */
  static Underway task(String id, Integer... requests) {
    var rack = id.startsWith("u") ? Optional.<RackId>empty() : Optional.of(RACK);
    return new Underway(id, rack, NOON, LATER, new TreeSet<>(List.of(requests)));
  }

  static Standing standing(Underway... tasks) {
    return new Standing(List.of(tasks), tasks.length == 0 ? NOON : LATER);
  }

  /** The job, as it came to {@code phase}. */
  static JobState in(JobPhase phase) {
    return switch (phase) {
      case ACCEPTED -> submitted(true);
      case QUEUED -> submitted(false);
      case PLANNED -> after(submitted(false), planned(1, 0));
      case RUNNING -> after(in(JobPhase.PLANNED), new JobEvent.LiftJoined("t1", RACK, List.of(0)));
      case PAUSING ->
          after(in(JobPhase.RUNNING), new JobEvent.JobPausing(LATER, List.of(task("t1", 0))));
      case PAUSED -> after(in(JobPhase.PLANNED), new JobEvent.JobPaused());
      case CANCELLING ->
          after(
              in(JobPhase.RUNNING),
              new JobEvent.JobCancelling("over", Optional.empty(), List.of()));
      default -> after(submitted(false), new JobEvent.JobEnded(phase, ""));
    };
  }

  private static JobState submitted(boolean held) {
    var spec =
        SampleJobs.spec(
            held,
            Optional.empty(),
            SampleJobs.anyOf("A"),
            SampleJobs.anyOf("B"),
            SampleJobs.anyOf("C"));
    return after(
        JobState.of(ID, spec, NOON),
        new JobEvent.RequestFailed(1, B, RequestPhase.NOT_FOUND, "the well was empty"));
  }

  static JobEvent planned(long version, int request) {
    return new JobEvent.JobPlanned(
        version, 100, OptionalDouble.empty(), LATER, LATER, new TreeMap<>(Map.of(request, A)));
  }

  /** The state after events, each of which must change it. */
  static JobState after(JobState job, JobEvent... events) {
    var next = job;
    for (var event : events) {
      var before = next;
      next = next.after(event, NOON);
      if (next.revision() == before.revision()) {
        throw new AssertionError(event + " changes nothing in " + before);
      }
    }
    return next;
  }

  static JobEvent picked(int request, TubeId tube) {
    return new JobEvent.RequestPicked(request, tube, PICKER);
  }

  static JobEvent delivered(String task, int request, TubeId tube) {
    return new JobEvent.RequestDelivered(
        task, request, tube, new PortId("P1"), 1, NOON, 20, 12, -171);
  }

  static JobEvent returned(String task, int request, TubeId tube) {
    var position = new Position(RACK, 1, Well.parse("A1"));
    return new JobEvent.RequestReturned(task, request, tube, position, NOON, 20, 12, -171);
  }
}
