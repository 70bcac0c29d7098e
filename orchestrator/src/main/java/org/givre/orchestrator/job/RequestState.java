package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * How a request of a job stands. What is terminal stays as it is.
 *
 * @param tube chosen for it
 * @param lift the rack that is up for it now, while {@code PICKING}
 * @param missed candidates that were not where they should have been
 * @param reason empty unless it failed
 */
public record RequestState(
    int index,
    RequestPhase phase,
    Optional<TubeId> tube,
    Optional<LiftUnderWay> lift,
    Optional<PickerId> picker,
    Optional<Delivered> delivered,
    SortedSet<TubeId> missed,
    String reason) {
  public RequestState {
    missed = new TreeSet<>(missed);
  }

  /** A lift that is under way. */
  public record LiftUnderWay(String taskId, RackId rack, Instant since) {
    boolean is(String task) {
      return taskId.equals(task);
    }
  }

  /** Where and when a tube was delivered, and what it got in all. */
  public record Delivered(
      PortId port,
      int slot,
      Instant at,
      double seconds,
      double weightedSeconds,
      double peakCelsius) {}

  /** A request that nobody has looked at yet. */
  static RequestState pending(int index) {
    return at(index, RequestPhase.PENDING, Optional.empty(), new TreeSet<>());
  }

  private static RequestState at(
      int index, RequestPhase phase, Optional<TubeId> tube, SortedSet<TubeId> missed) {
    return new RequestState(
        index, phase, tube, Optional.empty(), Optional.empty(), Optional.empty(), missed, "");
  }

  /** Whether no robot has begun with it. */
  boolean untouched() {
    return phase == RequestPhase.PENDING || phase == RequestPhase.RESERVED;
  }

  /** What a new plan makes of it: a tube is set aside for it, or none is any more. */
  RequestState planned(Optional<TubeId> chosen) {
    if (!untouched()) {
      return this;
    }
    var next = chosen.isPresent() ? RequestPhase.RESERVED : RequestPhase.PENDING;
    return at(index, next, chosen, missed);
  }

  RequestState picking(LiftUnderWay under) {
    return untouched()
        ? new RequestState(
            index,
            RequestPhase.PICKING,
            tube,
            Optional.of(under),
            Optional.empty(),
            Optional.empty(),
            missed,
            "")
        : this;
  }

  /** The lift is over: who was not picked waits again. */
  RequestState afterLift(String taskId) {
    var waits = phase == RequestPhase.PICKING && lift.stream().anyMatch(l -> l.is(taskId));
    return waits ? at(index, RequestPhase.RESERVED, tube, missed) : this;
  }

  RequestState picked(TubeId taken, PickerId by) {
    return untouched() || phase == RequestPhase.PICKING
        ? new RequestState(
            index,
            RequestPhase.IN_TRANSIT,
            Optional.of(taken),
            Optional.empty(),
            Optional.of(by),
            Optional.empty(),
            missed,
            "")
        : this;
  }

  /** A candidate was not where it should have been: in its well, or later in the carrier. */
  RequestState missed(TubeId lost) {
    if (phase.terminal() || missed.contains(lost)) {
      return this;
    }
    var all = new TreeSet<>(missed);
    all.add(lost);
    return at(index, RequestPhase.PENDING, Optional.empty(), all);
  }

  RequestState delivered(TubeId what, Delivered where) {
    return phase.terminal()
        ? this
        : new RequestState(
            index,
            RequestPhase.DELIVERED,
            Optional.of(what),
            Optional.empty(),
            Optional.empty(),
            Optional.of(where),
            missed,
            "");
  }

  RequestState failed(TubeId what, RequestPhase how, String why) {
    return phase.terminal()
        ? this
        : new RequestState(
            index,
            how,
            Optional.of(what),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            missed,
            why);
  }

  /** Those of {@code candidates} that may still be where they should be. */
  List<TubeId> left(List<TubeId> candidates) {
    return candidates.stream().filter(tube -> !missed.contains(tube)).toList();
  }
}
