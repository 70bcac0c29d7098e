package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.Comparator;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Problem;

/**
 * What steers {@link Dispatch}: a few numbers from which it makes a whole schedule. A lift is as
 * urgent as the most urgent job it serves, and each rank among the jobs is worth some seconds of
 * way or waiting; each rack has a bias of its own; after some racks the carrier is emptied, and
 * some jobs are delivered once they are complete. Every guidance gives a legal schedule, and small
 * changes mostly give similar ones: that is what makes it a good thing to search over.
 * Unchangeable; a change gives a new one.
 */
public final class Guidance implements Steering {
  /** More than any detour: deadlines come first. */
  private static final double DEADLINE_FIRST_SECONDS = 1e7;

  private static final double FIRST_MARGIN_SECONDS = 20;

  private static final double USUAL_RANK_SECONDS = 10;

  private final int[] jobs;
  private final Numbers numbers;
  private final double[] rackBias;
  private final Flags flags;

  private Guidance(int[] jobs, Numbers numbers, double[] rackBias, Flags flags) {
    this.jobs = jobs;
    this.numbers = numbers;
    this.rackBias = rackBias;
    this.flags = flags;
  }

  /**
   * What a search begins with: those whose delay costs most come first, and the very first is
   * delivered at once. Of 21 such orders the best or nearly so on each of the public instances.
   */
  public static Guidance usual(Problem problem) {
    return byDelayPrice(problem, USUAL_RANK_SECONDS).withExpress(1);
  }

  /** Nobody is hurried but for deadlines. */
  public static Guidance none(Problem problem) {
    return byDue(problem, 0);
  }

  /** Jobs by due date, those of high priority first among equals. */
  static Guidance byDue(Problem problem, double rankSeconds) {
    var order = Comparator.<Job>comparingDouble(j -> j.due).thenComparingDouble(j -> -j.priority);
    return inOrder(problem, order, rankSeconds);
  }

  /** Jobs by what a second of their delay costs: once all are late, due dates mean nothing. */
  static Guidance byDelayPrice(Problem problem, double rankSeconds) {
    return inOrder(problem, Comparator.comparingDouble(j -> -j.delayPrice), rankSeconds);
  }

  private static Guidance inOrder(Problem problem, Comparator<Job> order, double rankSeconds) {
    Job[] sorted = problem.jobs.clone();
    Arrays.sort(sorted, order.thenComparingInt(j -> j.index));
    int[] jobs = Arrays.stream(sorted).mapToInt(j -> j.index).toArray();
    int racks = problem.racks.length;
    var numbers = new Numbers(rankSeconds, FIRST_MARGIN_SECONDS, 0);
    var flags = new Flags(new boolean[racks], new boolean[problem.jobs.length]);
    return new Guidance(jobs, numbers, new double[racks], flags).pressing(withDeadline(problem));
  }

  private static boolean[] withDeadline(Problem problem) {
    boolean[] hard = new boolean[problem.jobs.length];
    for (var job : problem.jobs) {
      hard[job.index] = job.deadline < Double.POSITIVE_INFINITY;
    }
    return hard;
  }

  /**
   * The same where the deadlines of these jobs press, and no others: these come first of all, in
   * the order of their deadlines.
   *
   * @param pressing by job index; only jobs that have a deadline
   */
  public Guidance pressing(boolean[] pressing) {
    return new Guidance(jobs, numbers, rackBias, new Flags(flags.unloadAfter, pressing.clone()));
  }

  /** By job index, whose deadlines press. */
  boolean[] pressing() {
    return flags.pressing.clone();
  }

  /** The same where these press, too; this if they do anyway. */
  Guidance pressingToo(boolean[] others) {
    boolean[] all = pressing();
    for (int job = 0; job < all.length; job++) {
      all[job] |= others[job];
    }
    return Arrays.equals(all, flags.pressing) ? this : pressing(all);
  }

  @Override
  public Timetable times(Work work) {
    return new Dispatch(work).run(this);
  }

  int jobs() {
    return jobs.length;
  }

  double rankSeconds() {
    return numbers.rankSeconds();
  }

  Guidance withRankSeconds(double perRank) {
    var changed = new Numbers(perRank, numbers.marginSeconds(), numbers.express());
    return new Guidance(jobs, changed, rackBias, flags);
  }

  /** Kept in hand before a deadline, for a port that is busy when the picker gets there. */
  double marginSeconds() {
    return numbers.marginSeconds();
  }

  Guidance withMarginSeconds(double margin) {
    var changed = new Numbers(numbers.rankSeconds(), margin, numbers.express());
    return new Guidance(jobs, changed, rackBias, flags);
  }

  Guidance withBias(int rack, double bias) {
    double[] changed = rackBias.clone();
    changed[rack] = bias;
    return new Guidance(jobs, numbers, changed, flags);
  }

  Guidance withUnloadAfterFlipped(int rack) {
    boolean[] changed = flags.unloadAfter.clone();
    changed[rack] = !changed[rack];
    return new Guidance(jobs, numbers, rackBias, new Flags(changed, flags.pressing));
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
    return new Guidance(changed, numbers, rackBias, flags);
  }

  /** So many jobs, the first in rank, are delivered as soon as their last tube is picked. */
  Guidance withExpress(int express) {
    var changed = new Numbers(numbers.rankSeconds(), numbers.marginSeconds(), express);
    return new Guidance(jobs, changed, rackBias, flags);
  }

  /** By job index, whether it is delivered as soon as its last tube is picked. */
  boolean[] expressJobs() {
    boolean[] flags = new boolean[jobs.length];
    for (int rank = 0; rank < Math.min(numbers.express(), flags.length); rank++) {
      flags[jobs[rank]] = true;
    }
    return flags;
  }

  boolean unloadAfter(int rack) {
    return flags.unloadAfter[rack];
  }

  double bias(int rack) {
    return rackBias[rack];
  }

  /** Seconds by job index: the less, the more urgent. */
  double[] urgency(Problem problem) {
    return urgency(problem, flags.pressing);
  }

  /**
   * The same for the order within a stop, where deadlines come first, whether they press or not:
   * that keeps nobody else waiting for long.
   */
  public double[] unloadingUrgency(Problem problem) {
    return urgency(problem, withDeadline(problem));
  }

  private double[] urgency(Problem problem, boolean[] pressing) {
    double[] urgency = new double[jobs.length];
    for (int rank = 0; rank < jobs.length; rank++) {
      double first = problem.jobs[jobs[rank]].deadline - DEADLINE_FIRST_SECONDS;
      urgency[jobs[rank]] = rank * numbers.rankSeconds() + (pressing[jobs[rank]] ? first : 0);
    }
    return urgency;
  }

  /**
   * What is so or not.
   *
   * @param unloadAfter by rack index, whether the carrier is emptied after it
   * @param pressing by job index, whether its deadline comes before all that is not pressing
   */
  private record Flags(boolean[] unloadAfter, boolean[] pressing) {}

  /**
   * The numbers that are neither per job nor per rack.
   *
   * @param rankSeconds what a rank is worth
   * @param marginSeconds kept in hand before deadlines
   * @param express jobs that are delivered once they are complete, the first in rank
   */
  private record Numbers(double rankSeconds, double marginSeconds, int express) {}
}
