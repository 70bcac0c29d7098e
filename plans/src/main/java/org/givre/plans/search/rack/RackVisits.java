package org.givre.plans.search.rack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit.Taken;

/** Gives each tube taken from a rack its place in one of the rack's lifts. */
public final class RackVisits {
  /** Whoever is wanted earlier goes into the earlier lift, and is picked earlier in it. */
  private static final Comparator<Taken> URGENT_FIRST =
      Comparator.<Taken>comparingDouble(t -> t.demand().job.deadline)
          .thenComparingDouble(t -> t.demand().job.release)
          .thenComparingDouble(t -> t.demand().job.due)
          .thenComparingDouble(t -> -t.demand().job.priority)
          .thenComparingInt(t -> t.demand().index);

  private final Problem problem;
  private final LiftGroups groups;

  public RackVisits(Problem problem, LiftGroups groups) {
    this.problem = problem;
    this.groups = groups;
  }

  /**
   * The lifts that take all of {@code picks} from {@code rack}, in order.
   *
   * @throws IllegalArgumentException when no division respects the rack's limits
   */
  public List<Visit> of(Rack rack, List<Taken> picks) {
    int[][] counts = new int[groups.count(rack)][rack.levels + 1];
    var queues = new ArrayList<Deque<Taken>>();
    for (int i = 0; i < counts.length * (rack.levels + 1); i++) {
      queues.add(new ArrayDeque<>());
    }
    var sorted = new ArrayList<>(picks);
    sorted.sort(URGENT_FIRST);
    for (var taken : sorted) {
      int group = groups.of(taken.demand(), rack);
      int level = taken.tube().level;
      counts[group][level]++;
      queues.get(key(rack, group, level)).add(taken);
    }
    var shapes = new RackCost(problem, rack, groups).shapes(counts);
    if (shapes.isEmpty() && !picks.isEmpty()) {
      throw new IllegalArgumentException(
          "The picks of rack " + rack.id + " break its limits; ask RackCost before");
    }
    return shapes.stream().map(shape -> visit(rack, shape, queues)).toList();
  }

  private static int key(Rack rack, int group, int level) {
    return group * (rack.levels + 1) + level;
  }

  private Visit visit(Rack rack, Shape shape, List<Deque<Taken>> queues) {
    var picks = new ArrayList<Taken>();
    for (int level = 1; level < shape.picks.length; level++) {
      for (int i = 0; i < shape.picks[level]; i++) {
        picks.add(queues.get(key(rack, shape.group, level)).remove());
      }
    }
    return shape.mode == LiftMode.PARK
        ? Visit.parked(problem.timing, picks)
        : Visit.held(problem.timing, picks);
  }
}
