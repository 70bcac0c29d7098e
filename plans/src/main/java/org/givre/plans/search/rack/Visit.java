package org.givre.plans.search.rack;

import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;

/** One lift to be done: which tubes, in which order and mode. It has no time and no picker yet. */
public final class Visit {
  public final Rack rack;
  public final LiftMode mode;
  public final Demand[] demands;
  public final Tube[] tubes;
  public final Motion motion;

  /** No earlier than this, for the releases of its jobs. */
  public final double release;

  /** Earliest deadline of its jobs; infinite when there is none. */
  public final double deadline;

  private Visit(Rack rack, LiftMode mode, List<Taken> picks, Motion motion) {
    this.rack = rack;
    this.mode = mode;
    this.motion = motion;
    this.demands = picks.stream().map(Taken::demand).toArray(Demand[]::new);
    this.tubes = picks.stream().map(Taken::tube).toArray(Tube[]::new);
    double latestRelease = Double.NEGATIVE_INFINITY;
    double earliestDeadline = Double.POSITIVE_INFINITY;
    for (var demand : demands) {
      latestRelease = Math.max(latestRelease, demand.job.release);
      earliestDeadline = Math.min(earliestDeadline, demand.job.deadline);
    }
    this.release = latestRelease;
    this.deadline = earliestDeadline;
  }

  /** A tube and what it is taken for. */
  public record Taken(Demand demand, Tube tube) {}

  /** The rack stays up; {@code picks} by rising level. */
  public static Visit held(Timing timing, List<Taken> picks) {
    var rack = picks.get(0).tube().rack;
    int[] levels = picks.stream().mapToInt(p -> p.tube().level).toArray();
    var motion = Motion.held(rack, timing, levels, timing.pickSeconds());
    return new Visit(rack, LiftMode.HOLD, picks, motion);
  }

  /** The box of all {@code picks} waits in the chamber. */
  public static Visit parked(Timing timing, List<Taken> picks) {
    var first = picks.get(0).tube();
    var motion = Motion.parked(first.rack, timing, first.level, picks.size());
    return new Visit(first.rack, LiftMode.PARK, picks, motion);
  }

  /** Tubes that it takes. */
  public int size() {
    return tubes.length;
  }

  /** Seconds from start to end when the carousel must turn for {@code turnSeconds}. */
  public double seconds(Timing timing, double turnSeconds) {
    return turnSeconds + timing.gripSeconds() + motion.seconds;
  }

  /** Whether {@code picker} index can do it and bring every tube where it must go. */
  public boolean suits(Problem problem, int picker) {
    var candidate = problem.pickers[picker];
    if (candidate.carrierTubes < tubes.length) {
      return false;
    }
    for (var demand : demands) {
      if (!problem.serves(candidate, demand, rack)) {
        return false;
      }
    }
    return true;
  }
}
