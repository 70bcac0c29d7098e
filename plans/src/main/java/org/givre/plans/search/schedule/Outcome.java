package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.Problem;

/** What a timetable comes to, while it grows. */
final class Outcome {
  private static final double SLACK_SECONDS = 1e-6;

  private final Work work;
  private final Problem problem;
  private final double[] jobDelivered;
  private final double[] deliveredAt;
  private final double[] inCarrier;
  private final double portWorn;
  private double carriedSeconds;
  private int unloaded;
  private double excess;

  Outcome(Work work) {
    this.work = work;
    this.problem = work.problem;
    this.jobDelivered = new double[problem.jobs.length];
    this.deliveredAt = new double[work.parcels.tube.length];
    this.inCarrier = new double[work.parcels.tube.length];
    this.portWorn = problem.weights.port() * problem.timing.unloadSeconds();
  }

  void clear() {
    Arrays.fill(jobDelivered, Double.NEGATIVE_INFINITY);
    Arrays.fill(deliveredAt, Double.NEGATIVE_INFINITY);
    carriedSeconds = 0;
    unloaded = 0;
    excess = 0;
  }

  /** Counts a tube that has gone back into its rack. */
  void place(int parcel, double carried) {
    carriedSeconds += carried;
    inCarrier[parcel] = carried;
    excess += Math.max(0, worn(parcel) - work.parcels.budget[parcel]);
  }

  /** Counts a delivery. */
  void deliver(int parcel, double carried, double at) {
    carriedSeconds += carried;
    inCarrier[parcel] = carried;
    deliveredAt[parcel] = at;
    unloaded++;
    excess += Math.max(0, worn(parcel) - work.parcels.budget[parcel]);
    int job = work.parcels.job[parcel];
    if (job != Work.NONE) {
      jobDelivered[job] = Math.max(jobDelivered[job], at);
      excess += Math.max(0, at - problem.jobs[job].deadline);
    }
  }

  /** Weighted seconds that a tube has got when it is delivered, or gets once it has gone back. */
  double worn(int parcel) {
    double carrier = problem.weights.carrier() * inCarrier[parcel];
    double atPort = work.parcels.returns[parcel] ? 0 : portWorn;
    return work.parcels.worn[parcel] + carrier + atPort;
  }

  /** Whether a parcel has been unloaded. */
  boolean delivered(int parcel) {
    return deliveredAt[parcel] > Double.NEGATIVE_INFINITY;
  }

  /** When a parcel has been unloaded. */
  double deliveredAt(int parcel) {
    return deliveredAt[parcel];
  }

  /** Whether a parcel has been unloaded after its job's deadline. */
  boolean late(int parcel) {
    int job = work.parcels.job[parcel];
    return job != Work.NONE && deliveredAt[parcel] > problem.jobs[job].deadline + SLACK_SECONDS;
  }

  /** By job index, whether its last delivery was after its deadline. */
  boolean[] lateJobs() {
    boolean[] late = new boolean[problem.jobs.length];
    for (var job : problem.jobs) {
      late[job.index] = jobDelivered[job.index] > job.deadline + SLACK_SECONDS;
    }
    return late;
  }

  /** Whether a tube that has been delivered or placed gets more than its budget. */
  boolean overworn(int parcel) {
    return worn(parcel) > work.parcels.budget[parcel] + SLACK_SECONDS;
  }

  /** Seconds beyond deadlines and budgets in all; 0 when nothing is broken. */
  double excess() {
    return excess > SLACK_SECONDS ? excess : 0;
  }

  /** Parcels that were delivered. */
  int unloaded() {
    return unloaded;
  }

  Figures figures() {
    double makespan = problem.now;
    double tardiness = 0;
    for (var job : problem.jobs) {
      double at = jobDelivered[job.index];
      makespan = Math.max(makespan, at);
      tardiness += job.priority * Math.max(0, at - job.due);
    }
    double exposure =
        work.settledExposure + problem.weights.carrier() * carriedSeconds + portWorn * unloaded;
    return new Figures(exposure, makespan, tardiness);
  }
}
