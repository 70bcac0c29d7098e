package org.givre.plans.search.rack;

import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.RackWork;
import org.givre.plans.search.model.Tube;

/** One lift to be done: which tubes, in which order and mode. It has no time and no picker yet. */
public final class Visit extends RackWork {
  public final LiftMode mode;
  public final Demand[] demands;
  public final Tube[] tubes;

  /** Earliest deadline of its jobs; infinite when there is none. */
  public final double deadline;

  private Visit(Rack rack, LiftMode mode, List<Taken> picks, Motion motion) {
    super(rack, motion, latestRelease(picks), picks.size());
    this.mode = mode;
    this.demands = new Demand[picks.size()];
    this.tubes = new Tube[demands.length];
    double earliestDeadline = Double.POSITIVE_INFINITY;
    for (int i = 0; i < demands.length; i++) {
      demands[i] = picks.get(i).demand();
      tubes[i] = picks.get(i).tube();
      earliestDeadline = Math.min(earliestDeadline, demands[i].job.deadline);
    }
    this.deadline = earliestDeadline;
  }

  private static double latestRelease(List<Taken> picks) {
    double latest = Double.NEGATIVE_INFINITY;
    for (var pick : picks) {
      latest = Math.max(latest, pick.demand().job.release);
    }
    return latest;
  }

  /** A tube and what it is taken for. */
  public record Taken(Demand demand, Tube tube) {}

  /** The rack stays up; {@code picks} by rising level. */
  public static Visit held(Timing timing, List<Taken> picks) {
    var rack = picks.get(0).tube().rack;
    int[] levels = new int[picks.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = picks.get(i).tube().level;
    }
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

  /** Whether {@code picker} index can do it and bring every tube where it must go. */
  public boolean suits(Problem problem, int picker) {
    var candidate = problem.pickers[picker];
    if (problem.carrierRoom[picker] < tubes.length) {
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
