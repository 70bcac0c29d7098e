package org.givre.plans.search.choice;

import java.util.List;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.Visit;

/** What lifts of a rack come to, beside everything that limits them. */
final class RackLimits {
  private final Rack rack;

  /** Weighted seconds of a tube in the gripper and at the port. */
  private final double handled;

  private final double carrierWeight;

  /** Seconds in the carrier at least after the lift. */
  private final double leastWay;

  RackLimits(Problem problem, Rack rack) {
    this.rack = rack;
    this.handled = problem.handledSeconds();
    this.carrierWeight = problem.weights.carrier();
    this.leastWay = problem.leastWaySeconds(rack);
  }

  /**
   * A figure and its limit.
   *
   * @param constraint violation kind of the exchange format
   * @param level of the box
   * @param tube that it is about; empty where it is about the whole box
   * @param reached seconds outside, or weighted seconds
   * @param allowed the most that {@code reached} may be
   */
  record Reached(String constraint, int level, List<Tube> tube, double reached, double allowed) {
    double beyond() {
      return reached - allowed;
    }
  }

  /**
   * The limit that these lifts, in order, exceed most; or the one that they come nearest to.
   *
   * @param gone tubes that other lifts take
   */
  Reached worst(List<Visit> lifts, List<Tube> gone) {
    var worst = new Worst();
    double[] worn = rack.putBackWorn.clone();
    for (var lift : lifts) {
      lookAtCaps(lift, worst);
      lookAtPicked(lift, worn, worst);
      for (int level = 1; level <= rack.levels; level++) {
        worn[level] += lift.motion.worn[level];
      }
    }
    for (int level = 1; level <= rack.levels; level++) {
      double allowed = rack.putBackWorn[level] + rack.boxBudget[level];
      worst.lookAt("budget", level, worn[level], allowed);
    }
    for (var tube : rack.fragile()) {
      if (!gone.contains(tube) && !isTaken(tube, lifts)) {
        worst.lookAt(tube, worn[tube.level]);
      }
    }
    return worst.found;
  }

  private void lookAtCaps(Visit lift, Worst worst) {
    for (int level = 1; level <= rack.levels; level++) {
      worst.lookAt("max_out", level, lift.motion.out[level], rack.cap[level]);
    }
  }

  private void lookAtPicked(Visit lift, double[] worn, Worst worst) {
    for (int i = 0; i < lift.size(); i++) {
      var tube = lift.tubes[i];
      double carried = lift.motion.seconds - lift.motion.dwellEnd[i] + leastWay;
      double waits = worn[tube.level] + lift.motion.wornBefore[i];
      worst.lookAt(tube, waits + handled + carrierWeight * carried);
    }
  }

  private static boolean isTaken(Tube tube, List<Visit> lifts) {
    return lifts.stream().anyMatch(lift -> List.of(lift.tubes).contains(tube));
  }

  /** The worst that was looked at. */
  private static final class Worst {
    private Reached found =
        new Reached("budget", 1, List.of(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    void lookAt(String constraint, int level, double reached, double allowed) {
      if (reached - allowed > found.beyond()) {
        found = new Reached(constraint, level, List.of(), reached, allowed);
      }
    }

    void lookAt(Tube tube, double reached) {
      if (reached - tube.budget > found.beyond()) {
        found = new Reached("budget", tube.level, List.of(tube), reached, tube.budget);
      }
    }
  }
}
