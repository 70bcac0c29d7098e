package org.givre.plans.search.rack;

import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Rack;

/** A lift by numbers: how many tubes at each level, and what a tube that stays gets from it. */
final class Shape {
  final LiftMode mode;

  /** Picks per level; index 0 unused. */
  final int[] picks;

  final int size;
  final int deepest;

  /** Weighted seconds of a tube that stays, per level. */
  final double[] worn;

  /** Weighted tube-seconds of the picked tubes before their picks. */
  final double ownWorn;

  /** Seconds from the grip to the release, both excluded. */
  final double seconds;

  /** The longest stay outside of any box. */
  final double longestOut;

  /** Whose picks these are; see {@link Lots}. */
  int lot;

  private Shape(LiftMode mode, int[] picks, double[] worn, double ownWorn, Course course) {
    this.mode = mode;
    this.picks = picks;
    this.worn = worn;
    this.ownWorn = ownWorn;
    this.seconds = course.seconds();
    this.longestOut = course.longestOut();
    int count = 0;
    int last = 0;
    for (int level = 1; level < picks.length; level++) {
      count += picks[level];
      last = picks[level] > 0 ? level : last;
    }
    this.size = count;
    this.deepest = last;
  }

  /** How long the lift takes, and the longest stay outside of any box. */
  private record Course(double seconds, double longestOut) {}

  static Shape held(Rack rack, Timing timing, int[] picks) {
    double weight = rack.dewar.liftWeight;
    double tau = rack.dewar.levelSeconds;
    double[] worn = new double[picks.length];
    double out = 0;
    double own = 0;
    for (int level = picks.length - 1; level >= 1; level--) {
      int here = picks[level];
      if (here > 0 || out > 0) {
        out += 2 * tau + here * timing.pickSeconds() + (here > 0 ? timing.settleSeconds() : 0);
      }
      worn[level] = weight * out;
      own += here * (tau + timing.settleSeconds()) + timing.pickSeconds() * here * (here - 1) / 2.0;
    }
    return new Shape(LiftMode.HOLD, picks, worn, weight * own, new Course(out, out));
  }

  static Shape parked(Rack rack, Timing timing, int level, int count) {
    Dewar dewar = rack.dewar;
    double tau = dewar.levelSeconds;
    double weight = dewar.liftWeight;
    double handling = dewar.ejectSeconds + dewar.insertSeconds;
    double sigma = timing.settleSeconds();
    double[] worn = new double[rack.levels + 1];
    for (int box = 1; box < level; box++) {
      worn[box] = weight * (4 * (level - box + 1) * tau + 2 * sigma + handling);
    }
    double chamber = 2 * level * tau + sigma + count * timing.pickSeconds();
    worn[level] = weight * (2 * tau + sigma + handling) + dewar.chamberWeight * chamber;
    double own =
        count * weight * (tau + sigma + dewar.ejectSeconds)
            + dewar.chamberWeight
                * (count * level * tau + timing.pickSeconds() * count * (count - 1) / 2.0);
    int[] picks = new int[rack.levels + 1];
    picks[level] = count;
    double inner = 2 * sigma + handling + count * timing.pickSeconds();
    double topOut = level > 1 ? 4 * level * tau + 2 * sigma + handling : 0;
    double out = Math.max(topOut, (2 * level + 2) * tau + inner);
    return new Shape(LiftMode.PARK, picks, worn, own, new Course(4 * level * tau + inner, out));
  }

  /** Weighted tube-seconds that the picks of {@code other} get from this lift if it comes first. */
  double wearOn(Shape other) {
    double sum = 0;
    for (int level = 1; level < worn.length; level++) {
      sum += worn[level] * other.picks[level];
    }
    return sum;
  }
}
