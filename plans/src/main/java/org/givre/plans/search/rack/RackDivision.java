package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;
import org.jspecify.annotations.Nullable;

/**
 * Divides the picks of one rack into lifts. Which levels are parked is chosen by dynamic
 * programming; where its choice breaks a cap or a budget, every choice is tried.
 */
final class RackDivision {
  /** With more occupied levels than this, not every set of parked levels is tried. */
  private static final int MOST_LEVELS_TRIED = 8;

  private static final double FLOOR_SLACK = 1e-9;

  private static final Divided IMPOSSIBLE = new Divided(Double.POSITIVE_INFINITY, List.of());

  private final Rack rack;
  private final Timing timing;
  private final LiftGroups groups;
  private final ParkChoice parkChoice;

  RackDivision(Rack rack, Timing timing, LiftGroups groups) {
    this.rack = rack;
    this.timing = timing;
    this.groups = groups;
    this.parkChoice = new ParkChoice(rack, timing);
  }

  /** Lifts in order and what they cost. */
  record Divided(double cost, List<Shape> shapes) {}

  /** The cheapest division found of what each group takes per level. */
  Divided cheapest(int[][] counts) {
    long[] parked = new long[counts.length];
    if (!rack.dewar.parks) {
      return divided(counts, parked);
    }
    for (int group = 0; group < counts.length; group++) {
      parked[group] = parkChoice.parkedLevels(counts[group], groups.carrierTubes(rack, group));
    }
    var first = divided(counts, parked);
    return first.cost() < Double.POSITIVE_INFINITY ? first : anyPossible(counts);
  }

  /** Tries every set of parked levels, the same for all groups. */
  private Divided anyPossible(int[][] counts) {
    int[] used =
        IntStream.rangeClosed(1, rack.levels)
            .filter(level -> Arrays.stream(counts).anyMatch(group -> group[level] > 0))
            .limit(MOST_LEVELS_TRIED)
            .toArray();
    var best = IMPOSSIBLE;
    long[] parked = new long[counts.length];
    for (int choice = 0; choice < 1 << used.length; choice++) {
      long levels = 0;
      for (int i = 0; i < used.length; i++) {
        levels |= (choice >> i & 1) == 0 ? 0 : 1L << used[i];
      }
      Arrays.fill(parked, levels);
      var candidate = divided(counts, parked);
      best = candidate.cost() < best.cost() ? candidate : best;
    }
    return best;
  }

  private Divided divided(int[][] counts, long[] parked) {
    var shapes = new ArrayList<Shape>();
    for (int group = 0; group < counts.length; group++) {
      var own = divided(counts[group], parked[group], groups.carrierTubes(rack, group));
      if (own == null) {
        return IMPOSSIBLE;
      }
      for (var shape : own) {
        shape.group = group;
      }
      shapes.addAll(own);
    }
    return new Divided(cost(shapes), shapes);
  }

  private @Nullable List<Shape> divided(int[] counts, long parkedLevels, int carrier) {
    var shapes = new ArrayList<Shape>();
    int[] held = counts.clone();
    for (int level = 1; level <= rack.levels; level++) {
      if ((parkedLevels >> level & 1) != 0 && counts[level] > 0) {
        held[level] = 0;
        if (!park(level, counts[level], carrier, shapes)) {
          return null;
        }
      }
    }
    if (!hold(held, carrier, shapes)) {
      return null;
    }
    LiftOrder.improve(shapes);
    return shapes;
  }

  private boolean park(int level, int count, int carrier, List<Shape> shapes) {
    int most = Math.min(carrier, parkChoice.mostParked(level));
    if (most == 0) {
      return false;
    }
    for (int left = count; left > 0; left -= most) {
      shapes.add(Shape.parked(rack, timing, level, Math.min(left, most)));
    }
    return true;
  }

  /** Deepest tubes together; the shallow rest is lifted first. */
  private boolean hold(int[] left, int carrier, List<Shape> shapes) {
    int firstHeld = shapes.size();
    while (true) {
      int deepest = rack.levels;
      while (deepest > 0 && left[deepest] == 0) {
        deepest--;
      }
      if (deepest == 0) {
        return true;
      }
      var shape = fill(left, deepest, carrier);
      if (shape.size == 0) {
        return false;
      }
      shapes.add(firstHeld, shape);
    }
  }

  private Shape fill(int[] left, int deepest, int carrier) {
    int[] picks = new int[rack.levels + 1];
    int room = carrier;
    double added = 0;
    for (int level = deepest; level >= 1 && room > 0; level--) {
      if (left[level] == 0) {
        continue;
      }
      double spare = spare(level, deepest) - added - timing.settleSeconds();
      int taken = Math.min(Math.min(left[level], room), mostPicks(spare));
      if (taken > 0) {
        picks[level] = taken;
        left[level] -= taken;
        room -= taken;
        added += timing.settleSeconds() + taken * timing.pickSeconds();
      } else if (level == deepest) {
        break;
      }
    }
    return Shape.held(rack, timing, picks);
  }

  /** Seconds that a held lift as deep as {@code deepest} may dwell at {@code level} or deeper. */
  private double spare(int level, int deepest) {
    double spare = Double.POSITIVE_INFINITY;
    for (int box = 1; box <= level; box++) {
      double strokes = 2 * rack.dewar.levelSeconds * (deepest - box + 1);
      spare = Math.min(spare, rack.cap[box] - strokes);
    }
    return spare;
  }

  private int mostPicks(double spareSeconds) {
    double spare = spareSeconds + FLOOR_SLACK;
    if (spare < timing.pickSeconds()) {
      return 0;
    }
    return timing.pickSeconds() <= 0 ? Integer.MAX_VALUE : (int) (spare / timing.pickSeconds());
  }

  /** Infinite when a box gets more than it may. */
  private double cost(List<Shape> shapes) {
    int[] present = rack.boxTubes.clone();
    double[] worn = new double[rack.levels + 1];
    double sum = 0;
    for (var shape : shapes) {
      sum += shape.ownWorn;
      for (int level = 1; level <= rack.levels; level++) {
        present[level] -= shape.picks[level];
        sum += shape.worn[level] * present[level];
        worn[level] += shape.worn[level];
      }
    }
    for (int level = 1; level <= rack.levels; level++) {
      if (worn[level] > rack.boxBudget[level] + RackCost.SLACK) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum;
  }
}
