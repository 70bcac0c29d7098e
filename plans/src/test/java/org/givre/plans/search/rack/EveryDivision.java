package org.givre.plans.search.rack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Rack;

/**
 * The cheapest of all ways to take tubes out of a rack: any tubes in any number of lifts in any
 * order. What a lift costs depends only on what is left in the boxes, so the cheapest way from
 * there is found once for each of these states. Costs are worked out box by box from section 3 of
 * the exchange format, with nothing of the planner's.
 */
public final class EveryDivision {
  private static final double WAY_SECONDS = 4;
  private static final double SLACK = 1e-9;

  private final Rack rack;
  private final Timing timing;
  private final int[] counts;
  private final int carrier;
  private double secondPrice;
  private final Dewar dewar;
  private final double pick;
  private final double sigma;
  private final Map<String, Double> known = new HashMap<>();

  EveryDivision(RandomRack source) {
    this(source.problem.racks[0], source.problem.timing, source.counts, source.carrier);
    secondPrice = source.secondPrice;
  }

  /**
   * Time for nothing.
   *
   * @param counts tubes taken, by level
   * @param carrier most tubes of one lift
   */
  public EveryDivision(Rack rack, Timing timing, int[] counts, int carrier) {
    this.rack = rack;
    this.timing = timing;
    this.counts = counts.clone();
    this.carrier = carrier;
    this.dewar = rack.dewar;
    this.pick = timing.pickSeconds();
    this.sigma = timing.settleSeconds();
  }

  /** A lift: mode, and picks per level. */
  record Lift(LiftMode mode, int[] picks) {}

  /** The least of all; infinite where caps allow no division. */
  public double least() {
    return least(counts);
  }

  private double least(int[] left) {
    if (Arrays.stream(left).sum() == 0) {
      return 0;
    }
    var key = Arrays.toString(left);
    var seen = known.get(key);
    if (seen == null) {
      seen = leastLift(left, new int[left.length], 1);
      known.put(key, seen);
    }
    return seen;
  }

  /** Tries all picks of the next lift that begin with those above {@code level}. */
  private double leastLift(int[] left, int[] picks, int level) {
    if (level == left.length) {
      return Arrays.stream(picks).sum() == 0 ? Double.POSITIVE_INFINITY : next(left, picks);
    }
    double best = Double.POSITIVE_INFINITY;
    for (int here = 0; here <= left[level]; here++) {
      picks[level] = here;
      best = Math.min(best, leastLift(left, picks, level + 1));
    }
    picks[level] = 0;
    return best;
  }

  private double next(int[] left, int[] picks) {
    int[] after = left.clone();
    Arrays.setAll(after, level -> left[level] - picks[level]);
    double held = cost(new Lift(LiftMode.HOLD, picks), after);
    boolean oneLevel = Arrays.stream(picks).filter(n -> n > 0).count() == 1;
    double parked = Double.POSITIVE_INFINITY;
    if (oneLevel && dewar.parks) {
      parked = cost(new Lift(LiftMode.PARK, picks), after);
    }
    double lift = Math.min(held, parked);
    return lift == Double.POSITIVE_INFINITY ? lift : lift + least(after);
  }

  /** The price of lifts in the order given; infinite where a lift is not allowed. */
  double price(Iterable<Lift> lifts) {
    int[] left = counts.clone();
    double sum = 0;
    for (var lift : lifts) {
      Arrays.setAll(left, level -> left[level] - lift.picks()[level]);
      sum += cost(lift, left);
    }
    return sum;
  }

  private double cost(Lift lift, int[] after) {
    boolean held = lift.mode() == LiftMode.HOLD;
    if (Arrays.stream(lift.picks()).sum() > carrier) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = held ? ownHeld(lift.picks()) : ownParked(lift.picks());
    for (int box = 1; box <= rack.levels; box++) {
      if ((held ? outHeld(lift.picks(), box) : outParked(lift.picks(), box))
          > rack.cap[box] + SLACK) {
        return Double.POSITIVE_INFINITY;
      }
      int stays = rack.boxTubes[box] - counts[box] + after[box];
      double worn =
          held ? dewar.liftWeight * outHeld(lift.picks(), box) : wornParked(lift.picks(), box);
      sum += stays * worn;
    }
    double seconds = timing.gripSeconds() + timing.releaseSeconds() + WAY_SECONDS;
    return sum + secondPrice * (seconds + seconds(lift));
  }

  /** Seconds from the grip to the release, both excluded. */
  double seconds(Lift lift) {
    int deepest = deepest(lift.picks());
    return lift.mode() == LiftMode.HOLD
        ? outHeld(lift.picks(), 1)
        : 4 * deepest * dewar.levelSeconds + handling() + pick * lift.picks()[deepest];
  }

  private static int deepest(int[] picks) {
    int deepest = 0;
    for (int level = 1; level < picks.length; level++) {
      deepest = picks[level] > 0 ? level : deepest;
    }
    return deepest;
  }

  private double outHeld(int[] picks, int box) {
    double out = 0;
    for (int level = box; level <= deepest(picks); level++) {
      out += 2 * dewar.levelSeconds + pick * picks[level] + (picks[level] > 0 ? sigma : 0);
    }
    return out;
  }

  private double ownHeld(int[] picks) {
    double sum = 0;
    for (int here : picks) {
      for (int i = 0; i < here; i++) {
        sum += dewar.liftWeight * (dewar.levelSeconds + sigma + i * pick);
      }
    }
    return sum;
  }

  private double handling() {
    return 2 * sigma + dewar.ejectSeconds + dewar.insertSeconds;
  }

  private double outParked(int[] picks, int box) {
    int level = deepest(picks);
    double tau = dewar.levelSeconds;
    if (box > level) {
      return 0;
    }
    return box < level
        ? 4 * (level - box + 1) * tau + handling()
        : (2 * level + 2) * tau + handling() + pick * picks[level];
  }

  private double wornParked(int[] picks, int box) {
    int level = deepest(picks);
    double tau = dewar.levelSeconds;
    double chamber = 2 * level * tau + sigma + pick * picks[level];
    return box == level
        ? dewar.liftWeight * (2 * tau + handling() - sigma) + dewar.chamberWeight * chamber
        : dewar.liftWeight * outParked(picks, box);
  }

  private double ownParked(int[] picks) {
    int level = deepest(picks);
    double tau = dewar.levelSeconds;
    double sum = 0;
    for (int i = 0; i < picks[level]; i++) {
      sum += dewar.liftWeight * (tau + sigma + dewar.ejectSeconds);
      sum += dewar.chamberWeight * (level * tau + i * pick);
    }
    return sum;
  }
}
