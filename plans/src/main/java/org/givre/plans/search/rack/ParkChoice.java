package org.givre.plans.search.rack;

import java.util.Arrays;
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

  /** Per level, most tubes that one parked visit may take under the caps; 0: not at all. */
  private final int[] mostParked;

  /** Per level, most tubes that one held lift as deep as this may take under the caps. */
  private final int[] mostHeld;

  ParkChoice(Rack rack, Timing timing) {
    this.rack = rack;
    this.timing = timing;
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

  /** A bit per level. */
  long parkedLevels(int[] counts, int carrier) {
    int total = Arrays.stream(counts).sum();
    double[] best = new double[total + 1];
    long[] parked = new long[total + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int level = rack.levels; level >= 1; level--) {
      double[] next = new double[total + 1];
      long[] nextParked = new long[total + 1];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      double waiting = waiting(counts, level);
      for (int held = 0; held <= total; held++) {
        if (best[held] == Double.POSITIVE_INFINITY) {
          continue;
        }
        double stay =
            best[held] + parkCost(counts, level, carrier) + strokes(level, held, carrier) * waiting;
        offer(next, nextParked, held, stay, parked[held] | 1L << level);
        int here = counts[level];
        if (here > 0) {
          double hold =
              best[held] + (holdSeconds(here) + strokes(level, held + here, carrier)) * waiting;
          offer(next, nextParked, held + here, hold + reach(here), parked[held]);
        }
      }
      best = next;
      parked = nextParked;
    }
    int cheapest = 0;
    for (int held = 1; held <= total; held++) {
      cheapest = best[held] < best[cheapest] ? held : cheapest;
    }
    return parked[cheapest];
  }

  private static void offer(double[] costs, long[] parked, int held, double cost, long levels) {
    if (cost < costs[held]) {
      costs[held] = cost;
      parked[held] = levels;
    }
  }

  /** Weight of a second that the rack stands at {@code level}: tubes that are not taken. */
  private double waiting(int[] counts, int level) {
    int tubes = 0;
    for (int box = 1; box <= level; box++) {
      tubes += rack.boxTubes[box] - counts[box];
    }
    return tubes * rack.dewar.liftWeight;
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
      sum += shape.ownWorn;
      for (int box = 1; box <= level; box++) {
        sum += shape.worn[box] * (rack.boxTubes[box] - counts[box]);
      }
    }
    return sum;
  }
}
