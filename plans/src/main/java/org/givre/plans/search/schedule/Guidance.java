package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.Comparator;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Problem;

/**
 * What steers {@link Dispatch}: a few numbers from which it makes a whole schedule. A lift is as
 * urgent as the most urgent job it serves, and each rank among the jobs is worth some seconds of
 * way or waiting; each rack has a bias of its own, and after some racks the carrier is emptied.
 * Every guidance gives a legal schedule, and small changes mostly give similar ones: that is what
 * makes it a good thing to search over. Unchangeable; a change gives a new one.
 */
public final class Guidance {
  /** More than any detour: deadlines come first. */
  private static final double DEADLINE_FIRST_SECONDS = 1e7;

  private static final double FIRST_MARGIN_SECONDS = 20;

  private final int[] jobs;
  private final Seconds seconds;
  private final double[] rackBias;
  private final boolean[] unloadAfter;

  private Guidance(int[] jobs, Seconds seconds, double[] rackBias, boolean[] unloadAfter) {
    this.jobs = jobs;
    this.seconds = seconds;
    this.rackBias = rackBias;
    this.unloadAfter = unloadAfter;
  }

  /** Nobody is hurried but for deadlines. */
  public static Guidance none(Problem problem) {
    return byDue(problem, 0);
  }

  /** Jobs by due date, those of high priority first among equals. */
  static Guidance byDue(Problem problem, double rankSeconds) {
    Job[] sorted = problem.jobs.clone();
    Arrays.sort(
        sorted,
        Comparator.<Job>comparingDouble(j -> j.due)
            .thenComparingDouble(j -> -j.priority)
            .thenComparingInt(j -> j.index));
    int[] jobs = Arrays.stream(sorted).mapToInt(j -> j.index).toArray();
    int racks = problem.racks.length;
    var seconds = new Seconds(rankSeconds, FIRST_MARGIN_SECONDS);
    return new Guidance(jobs, seconds, new double[racks], new boolean[racks]);
  }

  int jobs() {
    return jobs.length;
  }

  double rankSeconds() {
    return seconds.perRank();
  }

  Guidance withRankSeconds(double perRank) {
    var changed = new Seconds(perRank, seconds.margin());
    return new Guidance(jobs, changed, rackBias, unloadAfter);
  }

  /** Kept in hand before a deadline, for a port that is busy when the picker gets there. */
  double marginSeconds() {
    return seconds.margin();
  }

  Guidance withMarginSeconds(double margin) {
    var changed = new Seconds(seconds.perRank(), margin);
    return new Guidance(jobs, changed, rackBias, unloadAfter);
  }

  Guidance withBias(int rack, double bias) {
    double[] changed = rackBias.clone();
    changed[rack] = bias;
    return new Guidance(jobs, seconds, changed, unloadAfter);
  }

  Guidance withUnloadAfterFlipped(int rack) {
    boolean[] changed = unloadAfter.clone();
    changed[rack] = !changed[rack];
    return new Guidance(jobs, seconds, rackBias, changed);
  }

  /** One job goes from one rank to another. */
  Guidance withJobMoved(int from, int to) {
    int[] changed = jobs.clone();
    if (from < to) {
      System.arraycopy(jobs, from + 1, changed, from, to - from);
    } else {
      System.arraycopy(jobs, to, changed, to + 1, from - to);
    }
    changed[to] = jobs[from];
    return new Guidance(changed, seconds, rackBias, unloadAfter);
  }

  boolean unloadAfter(int rack) {
    return unloadAfter[rack];
  }

  double bias(int rack) {
    return rackBias[rack];
  }

  /** Seconds by job index: the less, the more urgent. */
  double[] urgency(Problem problem) {
    double[] urgency = new double[jobs.length];
    for (int rank = 0; rank < jobs.length; rank++) {
      double deadline = problem.jobs[jobs[rank]].deadline;
      boolean hard = deadline < Double.POSITIVE_INFINITY;
      urgency[jobs[rank]] =
          rank * seconds.perRank() + (hard ? deadline - DEADLINE_FIRST_SECONDS : 0);
    }
    return urgency;
  }

  /** What a rank is worth, and what is kept in hand before deadlines. */
  private record Seconds(double perRank, double margin) {}
}
