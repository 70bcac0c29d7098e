package org.givre.plans.search.rack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit.Taken;

/** Gives each tube taken from a rack its place in one of the rack's lifts. */
public final class RackVisits {
  /** Whoever is wanted earlier goes into the earlier lift, and is picked earlier in it. */
  private static Comparator<Taken> urgentFirst(Problem problem) {
    return Comparator.<Taken>comparingDouble(t -> t.demand().job.deadline)
        .thenComparingDouble(t -> Math.max(problem.now, t.demand().job.release))
        .thenComparingDouble(t -> -t.demand().job.delayPrice)
        .thenComparingInt(t -> t.demand().index);
  }

  private final Rack rack;
  private final Timing timing;
  private final List<Deque<Taken>> queues = new ArrayList<>();

  /** Lifts for {@code picks}, all from {@code rack}. */
  public RackVisits(Problem problem, LiftGroups groups, Rack rack, List<Taken> picks) {
    this.rack = rack;
    this.timing = problem.timing;
    for (int i = 0; i < groups.lots(rack) * (rack.levels + 1); i++) {
      queues.add(new ArrayDeque<>());
    }
    picks.stream()
        .sorted(urgentFirst(problem))
        .forEach(p -> queue(groups.lot(p.demand(), rack), p.tube().level).add(p));
  }

  private Deque<Taken> queue(int lot, int level) {
    return queues.get(lot * (rack.levels + 1) + level);
  }

  /**
   * The lifts in order.
   *
   * @param counts of the picks
   * @throws IllegalArgumentException when no division respects the rack's limits
   */
  public List<Visit> visits(RackCost cost, int[][] counts) {
    var shapes = cost.shapes(counts);
    if (shapes.stream().mapToInt(shape -> shape.size).sum() != count(counts)) {
      throw new IllegalArgumentException(
          "The picks of rack " + rack.id + " break its limits; ask RackCost before");
    }
    return shapes.stream().map(this::visit).toList();
  }

  private static int count(int[][] counts) {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  private Visit visit(Shape shape) {
    var picks = new ArrayList<Taken>();
    for (int level = 1; level < shape.picks.length; level++) {
      for (int i = 0; i < shape.picks[level]; i++) {
        picks.add(queue(shape.lot, level).remove());
      }
    }
    return shape.mode == LiftMode.PARK ? Visit.parked(timing, picks) : Visit.held(timing, picks);
  }
}
