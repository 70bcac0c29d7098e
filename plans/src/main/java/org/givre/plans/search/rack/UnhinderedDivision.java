package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Rack;

/**
 * The cheapest way to take tubes from a rack where neither caps nor a carrier are in the way: one
 * held lift, and one parked visit for each level that is better parked. From the deepest level
 * upwards it matters only whether anything is held so deep, because that decides whether the stroke
 * comes by; so dynamic programming over levels with that one bit is exact, but for what lifts cost
 * the tubes that later ones pick. That is added for the order that {@link LiftOrder} finds.
 */
final class UnhinderedDivision {
  private static final double SLACK = 1e-9;
  private static final double[] UNKNOWN = {};

  private final Rack rack;
  private final Timing timing;
  private final LiftTime time;
  private final FragileTubes fragile;

  /** Weighted seconds that each box may get. */
  private final double[] budget;

  private final double weight;
  private final double chamber;
  private final double stroke;
  private final double settle;
  private final double pick;
  private final double handling;

  /**
   * Weighted seconds of a box from a parked visit to a level without its picks; [level][box]. A
   * level that was not needed yet has no boxes.
   */
  private final double[][] parkWorn;

  private final int[] stay;
  private final double[] heldWorn;
  private int[] taken;
  private long parked;
  private int deepest;
  private double relaxed;

  UnhinderedDivision(Rack rack, Timing timing, LiftTime time, FragileTubes fragile) {
    this.fragile = fragile;
    this.budget = fragile.box();
    this.rack = rack;
    this.time = time;
    this.weight = rack.dewar.liftWeight;
    this.chamber = rack.dewar.chamberWeight;
    this.stroke = 2 * rack.dewar.levelSeconds;
    this.settle = timing.settleSeconds();
    this.pick = timing.pickSeconds();
    this.handling = 2 * settle + rack.dewar.ejectSeconds + rack.dewar.insertSeconds;
    this.stay = new int[rack.levels + 1];
    this.heldWorn = new double[rack.levels + 1];
    this.taken = stay;
    this.timing = timing;
    this.parkWorn = new double[rack.dewar.parks ? rack.levels + 1 : 0][];
    Arrays.fill(parkWorn, UNKNOWN);
  }

  /**
   * Price of the cheapest division, in weighted tube-seconds.
   *
   * @param counts tubes taken per level
   * @param gone tubes per level that lifts before have taken
   */
  double cost(int[] counts, int[] gone) {
    taken = counts;
    deepest = 0;
    for (int level = 1; level <= rack.levels; level++) {
      stay[level] = rack.boxTubes[level] - gone[level] - counts[level];
      deepest = counts[level] > 0 ? level : deepest;
    }
    if (deepest == 0) {
      parked = 0;
      relaxed = 0;
      return 0;
    }
    relaxed = choose();
    return parked == 0 ? relaxed : relaxed + ordered();
  }

  /**
   * What any division of the tubes of the last {@link #cost} costs at least, whatever caps,
   * carriers and budgets allow.
   */
  double relaxed() {
    return relaxed;
  }

  /** The lifts behind the last {@link #cost}, in order. */
  List<Shape> shapes() {
    var shapes = new ArrayList<Shape>();
    int[] held = taken.clone();
    for (int level = 1; level <= deepest; level++) {
      if ((parked >> level & 1) != 0) {
        shapes.add(Shape.parked(rack, timing, level, taken[level]));
        held[level] = 0;
      }
    }
    var last = Shape.held(rack, timing, held);
    if (last.size > 0) {
      shapes.add(last);
    }
    LiftOrder.improve(shapes);
    return shapes;
  }

  /** Seconds from the grip to the release of the last {@link #cost} if it parks nothing. */
  double heldSeconds() {
    double seconds = stroke * deepest;
    for (int level = 1; level <= deepest; level++) {
      seconds += taken[level] > 0 ? settle + pick * taken[level] : 0;
    }
    return seconds;
  }

  /** The deepest level that the last {@link #cost} takes from; 0 for nothing. */
  int deepest() {
    return deepest;
  }

  /** What some tubes of the rack demand. */
  FragileTubes fragile() {
    return fragile;
  }

  /** The levels that the last {@link #cost} parks, a bit per level. */
  long parked() {
    return parked;
  }

  /** Whether no box gets more than it may from the last {@link #cost}. */
  boolean withinBudgets() {
    wearHeld();
    for (int box = 1; box <= deepest; box++) {
      double worn = heldWorn[box];
      for (long left = parked >> box << box; left != 0; left &= left - 1) {
        worn += parkWorn(Long.numberOfTrailingZeros(left))[box];
      }
      if ((parked >> box & 1) != 0) {
        worn += chamber * pick * taken[box];
      }
      if (worn > budget[box] + RackCost.SLACK) {
        return false;
      }
    }
    return true;
  }

  /** Whether no box is outside for longer than it may be in any lift of the last {@link #cost}. */
  boolean withinCaps() {
    for (long left = parked; left != 0; left &= left - 1) {
      if (!mayPark(Long.numberOfTrailingZeros(left))) {
        return false;
      }
    }
    return mayHold(taken, parked);
  }

  /**
   * Whether no box is outside for longer than it may be in one held lift.
   *
   * @param picks tubes per level
   * @param except levels that the lift does not take from, a bit per level
   */
  boolean mayHold(int[] picks, long except) {
    double out = 0;
    for (int level = rack.levels; level >= 1; level--) {
      int here = (except >> level & 1) == 0 ? picks[level] : 0;
      out += here > 0 ? settle + here * pick : 0;
      out += out > 0 ? stroke : 0;
      if (out > rack.cap[level] + SLACK) {
        return false;
      }
    }
    return true;
  }

  private boolean mayPark(int level) {
    for (int box = 1; box < level; box++) {
      if (2 * (level - box + 1) * stroke + handling > rack.cap[box] + SLACK) {
        return false;
      }
    }
    double out = (level + 1) * stroke + handling + taken[level] * pick;
    return out <= rack.cap[level] + SLACK;
  }

  /** Chooses what to park; the price but for what lifts cost the tubes of later ones. */
  private double choose() {
    double noneHeld = 0;
    double someHeld = Double.POSITIVE_INFINITY;
    long noneParked = 0;
    long someParked = 0;
    int above = tubesAbove();
    for (int level = deepest; level >= 1; level--) {
      double second = weight * above + time.price();
      above -= stay[level];
      someHeld += stroke * second;
      int here = taken[level];
      if (here == 0) {
        continue;
      }
      double hold = (settle + here * pick) * second + own(here);
      double park = rack.dewar.parks ? park(level, here) : Double.POSITIVE_INFINITY;
      double first = noneHeld + hold + stroke * second + time.perLift();
      if (first < someHeld + Math.min(hold, park)) {
        someHeld = first;
        someParked = noneParked;
      } else {
        someHeld += Math.min(hold, park);
        someParked |= park < hold ? 1L << level : 0;
      }
      noneHeld += park;
      noneParked |= 1L << level;
    }
    parked = noneHeld < someHeld ? noneParked : someParked;
    return Math.min(noneHeld, someHeld);
  }

  private int tubesAbove() {
    int tubes = 0;
    for (int level = 1; level <= deepest; level++) {
      tubes += stay[level];
    }
    return tubes;
  }

  /** Price of a second that the rack stands at a level while what is taken is gone. */
  double secondAt(int level) {
    int tubes = 0;
    for (int box = 1; box <= level; box++) {
      tubes += stay[box];
    }
    return weight * tubes + time.price();
  }

  /** Weighted tube-seconds that the held picks of one level wait outside themselves. */
  private double own(int picks) {
    double wait = picks * (stroke / 2 + settle) + pick * (picks * (picks - 1)) * 0.5;
    return weight * wait;
  }

  /** Price of a parked visit to a level for some of the tubes of the last {@link #cost}. */
  double park(int level, int picks) {
    Dewar dewar = rack.dewar;
    double[] worn = parkWorn(level);
    double sum = chamber * picks * pick * stay[level];
    for (int box = 1; box <= level; box++) {
      sum += worn[box] * stay[box];
    }
    double queue = picks * level * (stroke / 2) + pick * (picks * (picks - 1)) * 0.5;
    double own = picks * weight * (stroke / 2 + settle + dewar.ejectSeconds) + chamber * queue;
    return sum
        + own
        + time.perLift()
        + time.price() * (2 * level * stroke + handling + picks * pick);
  }

  private double[] parkWorn(int level) {
    double[] known = parkWorn[level];
    if (known == UNKNOWN) {
      known = Shape.parked(rack, timing, level, 0).worn;
      parkWorn[level] = known;
    }
    return known;
  }

  /** What lifts cost the tubes that later ones pick, the held lift in the place it is best in. */
  private double ordered() {
    wearHeld();
    double sum = 0;
    boolean moves = true;
    for (int level = deepest; level >= 1; level--) {
      if ((parked >> level & 1) == 0) {
        continue;
      }
      double before = wearOnHeld(level);
      double after = heldWorn[level] * taken[level];
      moves &= after < before;
      sum += moves ? after : before;
    }
    return sum;
  }

  private void wearHeld() {
    double out = 0;
    for (int level = deepest; level >= 1; level--) {
      int here = (parked >> level & 1) == 0 ? taken[level] : 0;
      if (here > 0 || out > 0) {
        out += stroke + here * pick + (here > 0 ? settle : 0);
      }
      heldWorn[level] = weight * out;
    }
  }

  private double wearOnHeld(int parkedLevel) {
    double[] worn = parkWorn(parkedLevel);
    double sum = 0;
    for (int box = 1; box < parkedLevel; box++) {
      if ((parked >> box & 1) == 0) {
        sum += worn[box] * taken[box];
      }
    }
    return sum;
  }
}
