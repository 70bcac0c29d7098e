package org.givre.plans.search.bound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Park;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;
import org.givre.plans.search.bound.RackPhysics.Delivery;
import org.givre.plans.search.model.Dewar;
import org.givre.plans.search.model.Problem;

/** A random rack with up to seven tubes that somebody wants, and prices for them. */
final class OneRack {
  private static final int LEVELS = 5;
  private static final int TUBES = 7;
  private static final double CARRIER_WEIGHT = 0.02;
  private static final double DELIVERY_SECONDS = 6;

  final InstanceRack source;
  final Dewar dewar;
  final Timing timing;
  final LiftLimits limits;
  final int[][] tubesByLevel = new int[LEVELS + 1][];
  final int[] levels = new int[TUBES];
  final double[] prices = new double[TUBES];

  OneRack(long seed) {
    var random = new SplittableRandom(seed);
    var boxes = new ArrayList<Integer>();
    var caps = new ArrayList<Double>();
    for (int level = 1; level <= LEVELS; level++) {
      boxes.add(TUBES + random.nextInt(10));
      caps.add(random.nextInt(3) == 0 ? 12.0 + random.nextInt(25) : Double.POSITIVE_INFINITY);
    }
    var budgets = Collections.nCopies(LEVELS, Double.POSITIVE_INFINITY);
    this.source = new InstanceRack(0, 0, 0, boxes, budgets, caps, 0, 0);
    this.timing = new Timing(3, 2, 1, 1 + random.nextInt(5), 3, 2, 2, 4);
    double highest = 60.0 * (1 + random.nextInt(12));
    for (int tube = 0; tube < TUBES; tube++) {
      levels[tube] = 1 + random.nextInt(LEVELS);
      prices[tube] = random.nextDouble(-50, highest);
    }
    for (int level = 0; level <= LEVELS; level++) {
      tubesByLevel[level] = at(level);
    }
    this.dewar = Problem.of(instance(random)).dewars[0];
    this.limits = new LiftLimits(dewar, source, timing, 1 + random.nextInt(9));
  }

  private int[] at(int level) {
    return IntStream.range(0, TUBES).filter(t -> levels[t] == level).toArray();
  }

  private Instance instance(SplittableRandom random) {
    var park = random.nextInt(3) == 0 ? Optional.<Park>empty() : Optional.of(new Park(2, 3, 0.1));
    double weight = random.nextBoolean() ? 1 : 0.3;
    var tubes = new ArrayList<InstanceTube>();
    var requests = new ArrayList<Request>();
    for (int tube = 0; tube < TUBES; tube++) {
      tubes.add(new InstanceTube(tube, 0, levels[tube], InstanceTube.UNLIMITED_SECONDS));
      requests.add(new Request(tube, List.of(tube)));
    }
    var nothing = OptionalDouble.empty();
    return new Instance(
        "one-rack",
        0,
        0,
        Weights.DEFAULT,
        Prices.DEFAULT,
        timing,
        List.of(new InstanceDewar(0, 0, 0, weight, 0.06, 0.1, 12, 0, 0.8, park, List.of())),
        List.of(source),
        tubes,
        List.of(
            new InstancePicker(
                0, 0, 0, 0.6, 0.6, 9, List.of(0), List.of(0), 0, List.of(), List.of())),
        List.of(new InstancePort(0, 1.2, 0.9, 60, 96, List.of())),
        List.of(
            new InstanceJob(0, 1, 0, nothing, nothing, OptionalInt.empty(), List.of(), requests)),
        List.of());
  }

  /** The rack as the bound sees it. */
  RackPicks picks() {
    var delivery = new Delivery(timing, CARRIER_WEIGHT, DELIVERY_SECONDS);
    return new RackPicks(
        new RackPhysics(source.boxTubes(), limits, delivery), limits, tubesByLevel);
  }

  /** What these counts cost at the least, box by box; infinite where limits forbid them. */
  double cost(int[] held, int[] parked) {
    if (!allowed(held, limits.held) || !allowed(parked, limits.parked)) {
      return Double.POSITIVE_INFINITY;
    }
    double cheaper = Math.min(dewar.liftWeight, dewar.chamberWeight);
    double sum = 0;
    for (int level = 1; level <= LEVELS; level++) {
      int staying = source.boxTubes().get(level - 1) - held[level] - parked[level];
      sum += staying * (heldWorn(held, level) + parkedWorn(parked, level));
      sum += ownHeld(held[level], level) + ownParked(parked[level], level);
      sum += cheaper * timing.pickSeconds() * held[level] * parked[level];
    }
    return sum;
  }

  private static boolean allowed(int[] picks, int[] most) {
    return IntStream.rangeClosed(1, LEVELS).allMatch(level -> picks[level] == 0 || most[level] > 0);
  }

  private double heldWorn(int[] held, int box) {
    double seconds = 0;
    for (int level = box; level <= LEVELS; level++) {
      int deeper = IntStream.rangeClosed(level, LEVELS).map(l -> held[l]).sum();
      seconds += deeper == 0 ? 0 : 2 * dewar.levelSeconds * ceil(deeper, limits.held[level]);
      seconds +=
          held[level] == 0 ? 0 : timing.settleSeconds() * ceil(held[level], limits.held[level]);
      seconds += timing.pickSeconds() * held[level];
    }
    return dewar.liftWeight * seconds;
  }

  private double parkedWorn(int[] parked, int box) {
    double handling = dewar.ejectSeconds + dewar.insertSeconds;
    double sigma = timing.settleSeconds();
    double sum = dewar.chamberWeight * timing.pickSeconds() * parked[box];
    for (int level = box; level <= LEVELS; level++) {
      int ops = parked[level] == 0 ? 0 : ceil(parked[level], limits.parked[level]);
      double strokes = 4 * (level - box + 1) * dewar.levelSeconds;
      double above = dewar.liftWeight * (strokes + 2 * sigma + handling);
      sum += ops * (level > box ? above : once(level));
    }
    return sum;
  }

  private double once(int level) {
    double tau = dewar.levelSeconds;
    double sigma = timing.settleSeconds();
    return dewar.liftWeight * (2 * tau + sigma + dewar.ejectSeconds + dewar.insertSeconds)
        + dewar.chamberWeight * (2 * level * tau + sigma);
  }

  private double ownHeld(int picks, int level) {
    double tau = dewar.levelSeconds;
    double sigma = timing.settleSeconds();
    double carried = CARRIER_WEIGHT * (level * tau + timing.releaseSeconds() + DELIVERY_SECONDS);
    double sum = 0;
    for (int i = 0; i < picks; i++) {
      int liftsBefore = i / limits.held[level];
      double queued = i * timing.pickSeconds() + liftsBefore * (2 * tau + sigma);
      sum += dewar.liftWeight * (tau + sigma + queued) + carried;
    }
    return sum;
  }

  private double ownParked(int picks, int level) {
    double tau = dewar.levelSeconds;
    double sigma = timing.settleSeconds();
    double way = 2 * level * tau + sigma + dewar.insertSeconds + timing.releaseSeconds();
    double sum = 0;
    for (int i = 0; i < picks; i++) {
      int opsBefore = i / limits.parked[level];
      sum += dewar.liftWeight * (tau + sigma + dewar.ejectSeconds);
      sum += dewar.chamberWeight * (level * tau + i * timing.pickSeconds());
      sum += opsBefore * once(level) + CARRIER_WEIGHT * (way + DELIVERY_SECONDS);
    }
    return sum;
  }

  private static int ceil(int picks, int most) {
    return (picks + most - 1) / most;
  }
}
