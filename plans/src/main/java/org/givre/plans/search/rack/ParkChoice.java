package org.givre.plans.search.rack;

import java.util.Arrays;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Rack;

/**
 * Which levels of a rack to park. Where caps or a carrier are in the way, dynamic programming from
 * the deepest level to the top over the number of tubes held so far, because that number alone
 * decides how many strokes come by.
 */
final class ParkChoice {
  private static final double FLOOR_SLACK = 1e-9;

  private final Rack rack;
  private final Timing timing;
  private final LiftTime time;
  private final UnhinderedDivision unhindered;

  /** By number of tubes held so far, the cheapest choice found, and what it parks. */
  private double[] costs = {};

  private long[] parked = {};

  /** By number of tubes held at a level or deeper, seconds of their strokes past it. */
  private double[] strokes = {};

  /** Per level, most tubes that one parked visit may take under the caps; 0: not at all. */
  private final int[] mostParked;

  /** Per level, most tubes that one held lift as deep as this may take under the caps. */
  private final int[] mostHeld;

  private boolean hindered;

  ParkChoice(Rack rack, Timing timing, LiftTime time, UnhinderedDivision unhindered) {
    this.rack = rack;
    this.timing = timing;
    this.time = time;
    this.unhindered = unhindered;
    this.mostParked = new int[rack.levels + 1];
    this.mostHeld = new int[rack.levels + 1];
    for (int level = 1; level <= rack.levels; level++) {
      mostHeld[level] = held(level);
      mostParked[level] = rack.dewar.parks ? parked(level) : 0;
    }
  }

  /** Whether a carrier or caps were in the way of the last {@link #parkedLevels}. */
  boolean hindered() {
    return hindered;
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

  /**
   * Levels to park, a bit per level.
   *
   * @param counts tubes taken per level
   * @param gone tubes per level that others take before
   * @param carrier most tubes of one lift
   */
  long parkedLevels(int[] counts, int[] gone, int carrier) {
    unhindered.cost(counts, gone);
    int total = 0;
    for (int taken : counts) {
      total += taken;
    }
    hindered = total > carrier || (rack.capped && !unhindered.withinCaps());
    if (!hindered) {
      return unhindered.parked();
    }
    clear(total);
    int held = 0;
    for (int level = unhindered.deepest(); level >= 1; level--) {
      if (counts[level] > 0) {
        choose(level, counts[level], held, carrier);
        held += counts[level];
      } else {
        layStrokes(level, held, carrier);
        double waiting = unhindered.secondAt(level);
        for (int h = 1; h <= held; h++) {
          costs[h] += strokes[h] * waiting;
        }
      }
    }
    return cheapest(total, carrier);
  }

  private void clear(int total) {
    if (costs.length <= total) {
      costs = new double[2 * total + 1];
      parked = new long[2 * total + 1];
      strokes = new double[2 * total + 1];
    }
    Arrays.fill(costs, 0, total + 1, Double.POSITIVE_INFINITY);
    costs[0] = 0;
    parked[0] = 0;
  }

  /** Whether to park a level or to hold it, for each number of tubes held deeper. */
  private void choose(int level, int here, int mostDeeper, int carrier) {
    double waiting = unhindered.secondAt(level);
    double park = parkCost(level, here, carrier);
    double seconds = timing.settleSeconds() + here * timing.pickSeconds();
    double own = own(here);
    layStrokes(level, mostDeeper + here, carrier);
    for (int held = mostDeeper; held >= 0; held--) {
      double sofar = costs[held];
      if (sofar == Double.POSITIVE_INFINITY) {
        continue;
      }
      double hold = sofar + (seconds + strokes[held + here]) * waiting + own;
      if (hold <= costs[held + here]) {
        costs[held + here] = hold;
        parked[held + here] = parked[held];
      }
      costs[held] = sofar + park + strokes[held] * waiting;
      parked[held] |= 1L << level;
    }
  }

  private long cheapest(int total, int carrier) {
    int cheapest = 0;
    double least = costs[0];
    for (int held = 1; held <= total; held++) {
      int lifts = (held + carrier - 1) / carrier;
      double cost = costs[held] + time.perLift() * lifts;
      if (cost < least) {
        least = cost;
        cheapest = held;
      }
    }
    return parked[cheapest];
  }

  /**
   * Seconds of the strokes past a level, for each number of tubes that are held there or deeper.
   */
  private void layStrokes(int level, int mostTubes, int carrier) {
    int most = Math.min(carrier, mostHeld[level]);
    double stroke = most == 0 ? Double.POSITIVE_INFINITY : 2 * rack.dewar.levelSeconds;
    int lifts = 0;
    int full = 0;
    for (int tubes = 1; tubes <= mostTubes; tubes++) {
      if (tubes > full) {
        lifts++;
        full += most;
      }
      strokes[tubes] = stroke * lifts;
    }
  }

  private double own(int picks) {
    double own = picks * (rack.dewar.levelSeconds + timing.settleSeconds());
    double queue = timing.pickSeconds() * picks * (picks - 1) / 2.0;
    return rack.dewar.liftWeight * (own + queue);
  }

  private double parkCost(int level, int here, int carrier) {
    int most = Math.min(carrier, mostParked[level]);
    if (most == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int left = here; left > 0; left -= most) {
      sum += unhindered.park(level, Math.min(left, most));
    }
    return sum;
  }
}
