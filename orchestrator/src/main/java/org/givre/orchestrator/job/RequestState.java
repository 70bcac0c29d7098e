package org.givre.orchestrator.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.store.PickerId;
import org.givre.plans.store.PortId;
import org.givre.plans.store.Position;
import org.givre.plans.store.RackId;
import org.givre.plans.store.TubeId;

/**
 * How a request of a job stands. What is terminal stays as it is, unless an operator asks for it
 * once more.
 *
 * @param tube chosen for it
 * @param lift the rack that is up for it now, while {@code PICKING}
 * @param skip that nobody wants it any more, while something is under way or in a carrier for it
 * @param missed candidates that were not where they should have been
 * @param reason empty unless it failed or was skipped
 */
public record RequestState(
    int index,
    RequestPhase phase,
    Optional<TubeId> tube,
    Optional<LiftUnderWay> lift,
    Optional<PickerId> picker,
    Optional<Delivered> delivered,
    Optional<Returned> returned,
    Optional<Skip> skip,
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

  /** Where and when a tube was put back, and what it got on its way. */
  public record Returned(
      Position position, Instant at, double seconds, double weightedSeconds, double peakCelsius) {}

  /**
   * An operator has skipped a request that could not be let go at once.
   *
   * @param taskId the task that may pick for it still; empty where its tube was in a carrier
   * @param reason the operator's
   */
  public record Skip(String taskId, String reason) {}

  /** A request that nobody has looked at yet. */
  static RequestState pending(int index) {
    return new RequestState(
        index,
        RequestPhase.PENDING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        "");
  }

  /** The same request elsewhere: of where it was, nothing is left. */
  private RequestState at(RequestPhase next, Optional<TubeId> chosen) {
    return new RequestState(
        index,
        next,
        chosen,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        next.terminal() ? Optional.empty() : skip,
        missed,
        "");
  }

  private RequestState under(LiftUnderWay up) {
    return new RequestState(
        index, phase, tube, Optional.of(up), picker, delivered, returned, skip, missed, reason);
  }

  private RequestState by(PickerId who) {
    return new RequestState(
        index, phase, tube, lift, Optional.of(who), delivered, returned, skip, missed, reason);
  }

  private RequestState to(Delivered where) {
    return new RequestState(
        index, phase, tube, lift, picker, Optional.of(where), returned, skip, missed, reason);
  }

  private RequestState back(Returned where) {
    return new RequestState(
        index, phase, tube, lift, picker, delivered, Optional.of(where), skip, missed, reason);
  }

  private RequestState skip(Optional<Skip> how) {
    return new RequestState(
        index, phase, tube, lift, picker, delivered, returned, how, missed, reason);
  }

  private RequestState without(TubeId lost) {
    var all = new TreeSet<>(missed);
    all.add(lost);
    return new RequestState(
        index, phase, tube, lift, picker, delivered, returned, skip, all, reason);
  }

  private RequestState because(String why) {
    return new RequestState(
        index, phase, tube, lift, picker, delivered, returned, skip, missed, why);
  }

  /** Whether no robot has begun with it. */
  boolean untouched() {
    return phase == RequestPhase.PENDING || phase == RequestPhase.RESERVED;
  }

  /** Its tube, while that is in a carrier. */
  public Optional<TubeId> carriedTube() {
    return tube.filter(any -> phase == RequestPhase.IN_TRANSIT);
  }

  /** Whether it is open and an operator has skipped it. */
  public boolean unwanted() {
    return skip.isPresent();
  }

  /** What a new plan makes of it: a tube is set aside for it, or none is any more. */
  RequestState planned(Optional<TubeId> chosen) {
    if (!untouched()) {
      return this;
    }
    return at(chosen.isPresent() ? RequestPhase.RESERVED : RequestPhase.PENDING, chosen);
  }

  RequestState picking(LiftUnderWay up) {
    return untouched() ? at(RequestPhase.PICKING, tube).under(up) : this;
  }

  /** The lift is over: who was not picked waits again. */
  RequestState afterLift(String taskId) {
    var waits = phase == RequestPhase.PICKING && lift.stream().anyMatch(l -> l.is(taskId));
    return waits ? at(RequestPhase.RESERVED, tube) : this;
  }

  RequestState picked(TubeId taken, PickerId by) {
    return untouched() || phase == RequestPhase.PICKING
        ? at(RequestPhase.IN_TRANSIT, Optional.of(taken)).by(by)
        : this;
  }

  /** A candidate was not where it should have been: in its well, or later in the carrier. */
  RequestState missed(TubeId lost) {
    return phase.terminal() || missed.contains(lost)
        ? this
        : at(RequestPhase.PENDING, Optional.empty()).without(lost);
  }

  RequestState delivered(TubeId what, Delivered where) {
    return phase.terminal() ? this : at(RequestPhase.DELIVERED, Optional.of(what)).to(where);
  }

  RequestState failed(TubeId what, RequestPhase how, String why) {
    return phase.terminal() ? this : at(how, Optional.of(what)).because(why);
  }

  /**
   * Its tube stands in a rack again.
   *
   * @param cancelled whether its job is being cancelled
   */
  RequestState returned(TubeId what, Returned where, boolean cancelled) {
    if (phase.terminal()) {
      return this;
    }
    return cancelled || unwanted()
        ? at(RequestPhase.RETURNED, Optional.of(what)).back(where).because(whySkipped())
        : at(RequestPhase.PENDING, Optional.empty());
  }

  private String whySkipped() {
    return skip.map(Skip::reason).orElse("");
  }

  /** Nobody wants it any more, and nothing is under way for it. */
  RequestState skipped(String why) {
    return untouched() ? at(RequestPhase.SKIPPED, Optional.empty()).because(why) : this;
  }

  /** Nobody wants it any more, but something is under way for it. */
  RequestState unwanted(Skip how) {
    return phase.terminal() ? this : skip(Optional.of(how));
  }

  /** It is wanted again, and what was missed may have been found. */
  RequestState retried() {
    return phase.repeatable() ? pending(index) : skip(Optional.empty());
  }

  /** Its job was cancelled. */
  RequestState cancelled() {
    return phase.terminal() ? this : at(RequestPhase.CANCELLED, Optional.empty());
  }

  /** Those of {@code candidates} that may still be where they should be. */
  List<TubeId> left(List<TubeId> candidates) {
    return candidates.stream().filter(tube -> !missed.contains(tube)).toList();
  }
}
