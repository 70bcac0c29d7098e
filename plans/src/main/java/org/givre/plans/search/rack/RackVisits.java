package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Job;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit.Taken;

/** Gives each tube taken from a rack its place in one of the rack's lifts. */
public final class RackVisits {
  private final Rack rack;
  private final Timing timing;

  /** Picks by lot and level, the most urgent of them first. */
  private final Taken[] queued;

  /** By lot and level, which pick of {@link #queued} gets its place next, and where they end. */
  private final int[] next;

  private final int[] ends;

  /**
   * Lifts for {@code urgentFirst}, all from {@code rack}, in the order of {@link
   * #urgentFirst(Problem)}.
   */
  public RackVisits(Problem problem, LiftGroups groups, Rack rack, List<Taken> urgentFirst) {
    this.rack = rack;
    this.timing = problem.timing;
    var picks = rack.fragile().isEmpty() ? urgentFirst : fragileFirst(urgentFirst);
    int[] queues = new int[picks.size()];
    this.ends = new int[groups.lots(rack) * (rack.levels + 1)];
    for (int i = 0; i < queues.length; i++) {
      var pick = picks.get(i);
      queues[i] = queue(groups.lot(pick.demand(), rack), pick.tube().level);
      ends[queues[i]]++;
    }
    for (int queue = 1; queue < ends.length; queue++) {
      ends[queue] += ends[queue - 1];
    }
    this.next = ends.clone();
    this.queued = new Taken[queues.length];
    for (int i = queues.length - 1; i >= 0; i--) {
      next[queues[i]]--;
      queued[next[queues[i]]] = picks.get(i);
    }
  }

  /** Whoever is wanted earlier goes into the earlier lift, and is picked earlier in it. */
  public static Demand[] urgentFirst(Problem problem) {
    int[] first = new int[problem.jobs.length + 1];
    for (var demand : problem.demands) {
      first[demand.job.index + 1]++;
    }
    for (int job = 0; job < problem.jobs.length; job++) {
      first[job + 1] += first[job];
    }
    var jobs = problem.jobs.clone();
    Arrays.sort(
        jobs,
        Comparator.<Job>comparingDouble(job -> job.deadline)
            .thenComparingDouble(job -> Math.max(problem.now, job.release))
            .thenComparingDouble(job -> -job.delayPrice)
            .thenComparingInt(job -> job.index));
    var sorted = problem.demands.clone();
    int at = 0;
    for (var job : jobs) {
      int size = first[job.index + 1] - first[job.index];
      System.arraycopy(problem.demands, first[job.index], sorted, at, size);
      at += size;
    }
    return sorted;
  }

  /** Those of the least budget first, as {@link FragileTubes} takes for granted. */
  private static List<Taken> fragileFirst(List<Taken> picks) {
    var sorted = new ArrayList<>(picks);
    sorted.sort(
        Comparator.comparingDouble(
            pick -> pick.tube().fragile ? pick.tube().budget : Double.POSITIVE_INFINITY));
    return sorted;
  }

  private int queue(int lot, int level) {
    return lot * (rack.levels + 1) + level;
  }

  /**
   * The lifts in order.
   *
   * @param counts of the picks
   * @throws IllegalArgumentException when no division respects the rack's limits
   */
  public List<Visit> visits(RackCost cost, int[][] counts) {
    var visits = new ArrayList<Visit>();
    for (var shape : cost.shapes(counts)) {
      visits.add(visit(shape));
    }
    if (!Arrays.equals(next, ends)) {
      throw new IllegalArgumentException(
          "The picks of rack " + rack.id + " break its limits; ask RackCost before");
    }
    return visits;
  }

  private Visit visit(Shape shape) {
    var picks = new ArrayList<Taken>(shape.size);
    for (int level = 1; level <= shape.deepest; level++) {
      int queue = queue(shape.lot, level);
      for (int i = 0; i < shape.picks[level]; i++) {
        picks.add(queued[next[queue]++]);
      }
    }
    return shape.mode == LiftMode.PARK ? Visit.parked(timing, picks) : Visit.held(timing, picks);
  }
}
