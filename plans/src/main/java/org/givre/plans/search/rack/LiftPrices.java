package org.givre.plans.search.rack;

import java.util.Arrays;
import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Rack;

/** What lifts of a rack cost, and whether they are allowed. */
final class LiftPrices {
  private final Rack rack;
  private final Timing timing;
  private final LiftTime time;
  private final UnhinderedDivision unhindered;
  private final ParkChoice parkChoice;
  private final double stroke;
  private int[] gone = {};

  /** What a second at each level costs those that stay, and what all strokes down to it cost. */
  private final double[] second;

  private final double[] strokes;

  /** By level, tubes that are still there, and the weighted seconds that they have got. */
  private final int[] present;

  private final double[] worn;

  LiftPrices(Rack rack, Timing timing, LiftTime time, UnhinderedDivision unhindered) {
    this.rack = rack;
    this.timing = timing;
    this.time = time;
    this.unhindered = unhindered;
    this.parkChoice = new ParkChoice(rack, timing, time, unhindered);
    this.stroke = 2 * rack.dewar.levelSeconds;
    this.present = new int[rack.levels + 1];
    this.worn = new double[rack.levels + 1];
    this.second = new double[rack.levels + 1];
    this.strokes = new double[rack.levels + 1];
  }

  ParkChoice parkChoice() {
    return parkChoice;
  }

  /**
   * What is taken from now on.
   *
   * @param counts tubes taken per level
   * @param before tubes per level that others take before
   */
  void begin(int[] counts, int[] before) {
    gone = before;
    unhindered.cost(counts, before);
    double tubes = 0;
    for (int level = 1; level <= rack.levels; level++) {
      tubes += rack.boxTubes[level] - before[level] - counts[level];
      second[level] = rack.dewar.liftWeight * tubes + time.price();
      strokes[level] = strokes[level - 1] + stroke * second[level];
    }
  }

  /** Of lifts in order; infinite when a box gets more than it may. */
  double of(List<Shape> lifts) {
    double sum = warmth(lifts, gone);
    for (var lift : lifts) {
      sum += time.of(lift);
    }
    return sum;
  }

  /** Of a held lift down to a level but for its picks, and what it costs the picks of others. */
  double strokes(int deepest) {
    return strokes[deepest] + time.perLift();
  }

  /** Of taking tubes from a level while a rack is held there; nothing for none. */
  double standing(int level, int picks) {
    if (picks == 0) {
      return 0;
    }
    double pick = timing.pickSeconds();
    double settle = timing.settleSeconds();
    double own = picks * (rack.dewar.levelSeconds + settle) + pick * (picks * (picks - 1)) * 0.5;
    return (settle + pick * picks) * second[level] + rack.dewar.liftWeight * own;
  }

  /** Of a parked visit, but for what it costs the picks of other lifts; infinite if forbidden. */
  double parked(int level, int picks) {
    boolean allowed = rack.dewar.parks && picks <= parkChoice.mostParked(level);
    return allowed ? unhindered.park(level, picks) : Double.POSITIVE_INFINITY;
  }

  /** Whether no box is outside for longer in a held lift than it may be. */
  boolean mayHold(int[] picks) {
    return !rack.capped || unhindered.mayHold(picks, 0);
  }

  /**
   * Weighted tube-seconds of lifts in order; infinite when a box gets more than it may.
   *
   * @param before tubes per level that others take before
   */
  double warmth(List<Shape> lifts, int[] before) {
    System.arraycopy(rack.boxTubes, 0, present, 0, present.length);
    Arrays.fill(worn, 0);
    double sum = 0;
    for (var lift : lifts) {
      sum += lift.ownWorn;
      for (int level = 1; level <= rack.levels; level++) {
        present[level] -= lift.picks[level];
        sum += lift.worn[level] * (present[level] - before[level]);
        worn[level] += lift.worn[level];
      }
    }
    for (int level = 1; level <= rack.levels; level++) {
      if (worn[level] > unhindered.fragile().box()[level] + RackCost.SLACK) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum;
  }
}
