package org.givre.plans.search.rack;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Rack;

/**
 * Which levels of a rack to park: dynamic programming from the deepest level to the top over the
 * number of tubes held so far, because that number alone decides how many strokes come by.
 */
final class ParkChoice {
  private static final double FLOOR_SLACK = 1e-9;

  private final Rack rack;
  private final Timing timing;
  private final LiftTime time;

  /** Per level, most tubes that one parked visit may take under the caps; 0: not at all. */
  private final int[] mostParked;

  /** Per level, most tubes that one held lift as deep as this may take under the caps. */
  private final int[] mostHeld;

  ParkChoice(Rack rack, Timing timing, LiftTime time) {
    this.rack = rack;
    this.timing = timing;
    this.time = time;
    this.mostParked = new int[rack.levels + 1];
    this.mostHeld = new int[rack.levels + 1];
    for (int level = 1; level <= rack.levels; level++) {
      mostHeld[level] = held(level);
      mostParked[level] = rack.dewar.parks ? parked(level) : 0;
    }
  }

  int mostParked(int level) {
    return mostParked[level];
  }

  private int held(int level) {
    double spare = Double.POSITIVE_INFINITY;
    for (int box = 1; box <= level; box++) {
      spare = Math.min(spare, rack.cap[box] - 2 * rack.dewar.levelSeconds * (level - box + 1));
    }
    return picks(spare - timing.settleSeconds());
  }

  private int parked(int level) {
    Dewar dewar = rack.dewar;
    double handling = 2 * timing.settleSeconds() + dewar.ejectSeconds + dewar.insertSeconds;
    for (int box = 1; box < level; box++) {
      double out = 4 * (level - box + 1) * dewar.levelSeconds + handling;
      if (out > rack.cap[box] + FLOOR_SLACK) {
        return 0;
      }
    }
    return picks(rack.cap[level] - (2 * level + 2) * dewar.levelSeconds - handling);
  }

  private int picks(double seconds) {
    if (timing.pickSeconds() <= 0) {
      return seconds < 0 ? 0 : Integer.MAX_VALUE;
    }
    double most = Math.floor((seconds + FLOOR_SLACK) / timing.pickSeconds());
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, most));
  }

  /** Levels to park, a bit per level. */
  long parkedLevels(int[] counts, int carrier) {
    int total = Arrays.stream(counts).sum();
    var best = new Frontier(total);
    best.offer(0, 0, 0);
    for (int level = rack.levels; level >= 1; level--) {
      best = above(best, level, counts, carrier);
    }
    return best.cheapest(held -> time.perLift() * Math.ceil((double) held / carrier));
  }

  private Frontier above(Frontier below, int level, int[] counts, int carrier) {
    var next = new Frontier(below.costs.length - 1);
    double waiting = waiting(counts, level);
    double parkCost = parkCost(counts, level, carrier);
    int here = counts[level];
    for (int held = 0; held < below.costs.length; held++) {
      double sofar = below.costs[held];
      if (sofar == Double.POSITIVE_INFINITY) {
        continue;
      }
      double park = sofar + parkCost + strokes(level, held, carrier) * waiting;
      next.offer(held, park, below.parked[held] | 1L << level);
      if (here > 0) {
        double seconds = holdSeconds(here) + strokes(level, held + here, carrier);
        next.offer(held + here, sofar + seconds * waiting + reach(here), below.parked[held]);
      }
    }
    return next;
  }

  /** The cheapest choice found for each number of tubes held so far. */
  private static final class Frontier {
    final double[] costs;
    final long[] parked;

    Frontier(int most) {
      costs = new double[most + 1];
      parked = new long[most + 1];
      Arrays.fill(costs, Double.POSITIVE_INFINITY);
    }

    void offer(int held, double cost, long levels) {
      if (cost < costs[held]) {
        costs[held] = cost;
        parked[held] = levels;
      }
    }

    /** The cheapest of all; {@code perHeld} is what lifts for so many held tubes cost besides. */
    long cheapest(IntToDoubleFunction perHeld) {
      int cheapest = 0;
      double least = costs[0];
      for (int held = 1; held < costs.length; held++) {
        double cost = costs[held] + perHeld.applyAsDouble(held);
        if (cost < least) {
          least = cost;
          cheapest = held;
        }
      }
      return parked[cheapest];
    }
  }

  /** Price of a second that the rack stands at {@code level}: tubes not taken, and the picker. */
  private double waiting(int[] counts, int level) {
    int tubes = 0;
    for (int box = 1; box <= level; box++) {
      tubes += rack.boxTubes[box] - counts[box];
    }
    return tubes * rack.dewar.liftWeight + time.price();
  }

  private double strokes(int level, int held, int carrier) {
    if (held == 0) {
      return 0;
    }
    int most = Math.min(carrier, mostHeld[level]);
    if (most == 0) {
      return Double.POSITIVE_INFINITY;
    }
    int lifts = (held + most - 1) / most;
    return 2 * rack.dewar.levelSeconds * lifts;
  }

  private double holdSeconds(int picks) {
    return timing.settleSeconds() + picks * timing.pickSeconds();
  }

  private double reach(int picks) {
    double own = picks * (rack.dewar.levelSeconds + timing.settleSeconds());
    double queue = timing.pickSeconds() * picks * (picks - 1) / 2.0;
    return rack.dewar.liftWeight * (own + queue);
  }

  private double parkCost(int[] counts, int level, int carrier) {
    int here = counts[level];
    if (here == 0) {
      return 0;
    }
    int most = Math.min(carrier, mostParked[level]);
    if (most == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int left = here; left > 0; left -= most) {
      var shape = Shape.parked(rack, timing, level, Math.min(left, most));
      sum += shape.ownWorn + time.of(shape);
      for (int box = 1; box <= level; box++) {
        sum += shape.worn[box] * (rack.boxTubes[box] - counts[box]);
      }
    }
    return sum;
  }
}
