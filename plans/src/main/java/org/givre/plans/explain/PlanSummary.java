package org.givre.plans.explain;

import java.util.List;
import java.util.OptionalDouble;
import org.givre.plans.instance.PlanOp;

/**
 * A plan at a glance.
 *
 * @param lifts by their start
 * @param jobs in the order of the instance
 */
public record PlanSummary(List<LiftLine> lifts, List<JobLine> jobs) {
  public PlanSummary {
    lifts = List.copyOf(lifts);
    jobs = List.copyOf(jobs);
  }

  /**
   * A lift.
   *
   * @param number in the plan's list of operations
   * @param jobs that it picks for
   * @param exposureTs weighted tube-seconds that it adds
   */
  public record LiftLine(
      int number, PlanOp.Lift lift, double endSeconds, List<Integer> jobs, double exposureTs) {
    public LiftLine {
      jobs = List.copyOf(jobs);
    }
  }

  /**
   * A job.
   *
   * @param delivered how many of its requests
   * @param lastSeconds its last delivery; absent where nothing is delivered
   * @param lateSeconds after its soft due time; 0 where it has none
   * @param exposureTs its share: of a lift by picks, of an unload by tubes
   */
  public record JobLine(
      int job,
      int requests,
      int delivered,
      OptionalDouble lastSeconds,
      double lateSeconds,
      double exposureTs) {}
}
