package org.givre.plans.search.bound;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.Timing;
import org.givre.plans.search.bound.Stage.Split;
import org.givre.plans.search.bound.Stage.Strokes;
import org.givre.plans.search.model.Dewar;

/**
 * What lifts of one rack cost at the least, in weighted tube-seconds, in terms that add up over its
 * levels. Every tube that is not taken waits through everything; a taken one is charged for its own
 * lift, and for what tubes of its own box must cost each other in any order of lifts.
 */
final class RackPhysics {
  private final int[] boxTubes;
  private final int[] waiting;
  private final Dewar dewar;
  private final Timing timing;
  private final LiftLimits limits;
  private final double carrierWeight;
  private final double deliverySeconds;
  private final double tau;
  private final double sigma;
  private final double weight;

  /**
   * Of one rack.
   *
   * @param boxes tubes per box, the top one first
   * @param delivery what becomes of a tube after its lift
   */
  RackPhysics(List<Integer> boxes, LiftLimits limits, Delivery delivery) {
    this.boxTubes = new int[boxes.size() + 1];
    this.waiting = new int[boxes.size() + 1];
    for (int level = 1; level < waiting.length; level++) {
      boxTubes[level] = boxes.get(level - 1);
      waiting[level] = waiting[level - 1] + boxTubes[level];
    }
    this.dewar = limits.dewar();
    this.timing = delivery.timing();
    this.limits = limits;
    this.carrierWeight = delivery.carrierWeight();
    this.deliverySeconds = delivery.seconds();
    this.tau = dewar.levelSeconds;
    this.sigma = timing.settleSeconds();
    this.weight = dewar.liftWeight;
  }

  /**
   * Time in a carrier.
   *
   * @param seconds from the end of a lift to the start of the unloading of a tube, at least
   */
  record Delivery(Timing timing, double carrierWeight, double seconds) {}

  /** Tubes in all boxes down to {@code level}. */
  double waiting(int level) {
    return waiting[level];
  }

  /** Strokes of held lifts at all levels below {@code from} down to {@code to}. */
  Strokes heldStrokes(int from, int to, int picks) {
    double fixed = 0;
    double slope = 0;
    double own = 0;
    for (int level = from + 1; level <= to && picks > 0; level++) {
      own = 2 * tau * weight * lifts(picks, limits.held[level]);
      slope += own;
      fixed += own * waiting[level];
    }
    return new Strokes(fixed, slope, own);
  }

  /** Strokes of one park operation at all levels below {@code from} down to {@code to}. */
  Strokes parkStrokes(int from, int to) {
    double own = 4 * tau * weight;
    double fixed = 0;
    for (int level = from + 1; level <= to; level++) {
      fixed += own * waiting[level];
    }
    return new Strokes(fixed, own * (to - from), own);
  }

  private static int lifts(int picks, int most) {
    return (picks + most - 1) / most;
  }

  /**
   * Ways to pick up to {@code most} tubes at a level that the limits allow, by rising needs. Left
   * out is holding a tube for which a park operation has room, where parking it costs no more,
   * however many are taken above: fewer held picks never cost more elsewhere.
   */
  Split[] splits(int level, int most, int above, boolean oneLift) {
    var splits = new ArrayList<Split>();
    for (int held = 0; held <= (limits.held[level] > 0 ? most : 0); held++) {
      for (int parked = 0; parked <= (limits.parked[level] > 0 ? most - held : 0); parked++) {
        var split = split(level, held, parked);
        boolean room = held > 0 && parked > 0 && parked % limits.parked[level] > 0;
        if (room && split(level, held - 1, parked + 1).costsNoMoreThan(split, above)) {
          continue;
        }
        if (oneLift && held > 0) {
          splits.add(split.ofOneLift(false));
          splits.add(split.ofOneLift(true));
        } else {
          splits.add(split);
        }
      }
    }
    return splits.toArray(Split[]::new);
  }

  /** Park operations that {@code parked} picks at a level need. */
  int ops(int level, int parked) {
    return parked == 0 ? 0 : lifts(parked, limits.parked[level]);
  }

  private Split split(int level, int held, int parked) {
    int picks = held + parked;
    int ops = ops(level, parked);
    double staying = boxTubes[level] - picks;
    double handling = 2 * sigma + dewar.ejectSeconds + dewar.insertSeconds;
    int settles = held == 0 ? 0 : lifts(held, limits.held[level]);
    double outside = sigma * settles + timing.pickSeconds() * held;
    double slope = weight * (outside + ops * handling);
    double box = ops * (parkedOnce(level) - weight * (4 * tau + handling));
    double dwell = dewar.chamberWeight * timing.pickSeconds() * parked;
    double fixed = slope * (waiting[level] - picks) + staying * (box + dwell);
    return new Split(held, held, held, picks, ops, fixed + own(level, held, parked), slope);
  }

  /** What the parked box itself gets per operation, dwells aside. */
  private double parkedOnce(int level) {
    return weight * (2 * tau + sigma + dewar.ejectSeconds + dewar.insertSeconds)
        + dewar.chamberWeight * (2 * level * tau + sigma);
  }

  /** What the taken tubes get. */
  private double own(int level, int held, int parked) {
    double pick = timing.pickSeconds();
    double chamber = dewar.chamberWeight;
    double heldBefore = weight * (tau + sigma) + carrierWeight * (level * tau + rest());
    double parkedBefore =
        weight * (tau + sigma + dewar.ejectSeconds)
            + chamber * level * tau
            + carrierWeight * (2 * level * tau + sigma + dewar.insertSeconds + rest());
    return held * heldBefore
        + parked * parkedBefore
        + pick * (weight * pairs(held) + chamber * pairs(parked))
        + pick * Math.min(weight, chamber) * held * parked
        + weight * (2 * tau + sigma) * waits(held, limits.held[level])
        + parkedOnce(level) * waits(parked, limits.parked[level]);
  }

  private double rest() {
    return timing.releaseSeconds() + deliverySeconds;
  }

  /** Of two tubes of one box, one waits while the other is picked. */
  private static double pairs(int picks) {
    return picks * (picks - 1) / 2.0;
  }

  /** Tubes times earlier lifts at their level, at the least: the first lifts are full. */
  private static double waits(int picks, int most) {
    double sum = 0;
    for (int pick = 0; pick < picks; pick++) {
      int fullLifts = pick / most;
      sum += fullLifts;
    }
    return sum;
  }
}
