package org.givre.plans.search.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
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
import org.givre.plans.search.model.Problem;

/** A random rack from which some tubes are taken, and what a second of its lifts costs. */
final class RandomRack {
  static final int LEVELS = 6;
  private static final int MOST_PER_LEVEL = 3;
  private static final int MOST_TAKEN = 7;
  private static final int MANY_PER_LEVEL = 9;
  private static final int MANY_TAKEN = 30;
  private static final double RECOOL_RATIO = 0.5;

  final Problem problem;
  final int[] counts = new int[LEVELS + 1];
  final int carrier;
  final double secondPrice;

  private final SplittableRandom random;
  private final OptionalDouble deadline;

  /** Whether more tubes are taken than moves between lifts are tried for, all from held racks. */
  private final boolean many;

  private RandomRack(long seed, int staying, boolean hindered) {
    this(seed, staying, hindered, OptionalDouble.empty(), false);
  }

  private RandomRack(
      long seed, int staying, boolean hindered, OptionalDouble deadline, boolean many) {
    this.random = new SplittableRandom(seed);
    this.deadline = deadline;
    this.many = many;
    int left =
        many ? random.nextInt(MOST_TAKEN + 2, MANY_TAKEN + 1) : 1 + random.nextInt(MOST_TAKEN);
    int taken = left;
    while (left > 0) {
      int level = 1 + random.nextInt(LEVELS);
      if (counts[level] < (many ? MANY_PER_LEVEL : MOST_PER_LEVEL)) {
        counts[level]++;
        left--;
      }
    }
    this.carrier = hindered ? 1 + random.nextInt(taken) : taken;
    this.secondPrice = random.nextInt(3) == 0 ? 0 : random.nextDouble(100);
    this.problem = Problem.of(instance(staying, hindered));
  }

  /** Neither caps nor the carrier are in the way, and no box is left with few tubes. */
  static RandomRack full(long seed) {
    return new RandomRack(seed, 20, false);
  }

  /** Neither caps nor the carrier are in the way; some boxes are left with few tubes, or none. */
  static RandomRack sparse(long seed) {
    return new RandomRack(seed, 0, false);
  }

  /** Caps of some boxes, and a carrier that may be too small for all. */
  static RandomRack hindered(long seed) {
    return new RandomRack(seed, 0, true);
  }

  /** Picks may have a deadline; every other rack is hindered. */
  static RandomRack hurried(long seed) {
    return new RandomRack(seed, 0, seed % 2 == 0, OptionalDouble.of(100), false);
  }

  /**
   * The same with up to 30 tubes. Nothing is parked, a rack must cool between two lifts, and some
   * boxes may get little.
   */
  static RandomRack hurriedByMany(long seed) {
    return new RandomRack(seed, 0, seed % 2 == 0, OptionalDouble.of(100), true);
  }

  private Instance instance(int staying, boolean hindered) {
    var boxes = new ArrayList<Integer>();
    var caps = new ArrayList<Double>();
    for (int level = 1; level <= LEVELS; level++) {
      boxes.add(counts[level] + staying + random.nextInt(random.nextInt(4) == 0 ? 40 : 6));
      boolean capped = hindered && random.nextInt(4) == 0;
      caps.add(capped ? 12.0 + random.nextInt(30) : Double.POSITIVE_INFINITY);
    }
    var budgets = new ArrayList<Double>();
    for (int level = 1; level <= LEVELS; level++) {
      budgets.add(many && random.nextInt(4) == 0 ? 50.0 + random.nextInt(400) : 1e6);
    }
    double pick = random.nextInt(3) == 0 ? 0.5 : 5;
    return new Instance(
        "rack",
        0,
        0,
        Weights.DEFAULT,
        Prices.DEFAULT,
        new Timing(3, 2, 1, pick, 3, 2, 2, 4),
        List.of(dewar()),
        List.of(new InstanceRack(0, 0, 0, boxes, budgets, caps, many ? RECOOL_RATIO : 0, 0)),
        tubes(),
        List.of(picker()),
        List.of(new InstancePort(0, 1.2, 0.9, 60, 96, List.of())),
        List.of(job()),
        List.of());
  }

  private InstanceDewar dewar() {
    boolean parks = random.nextInt(4) > 0 && !many;
    double handling = random.nextInt(5);
    double chamber = random.nextBoolean() ? 0.1 : 0.5;
    var park = parks ? Optional.of(new Park(handling, 2, chamber)) : Optional.<Park>empty();
    double weight = random.nextBoolean() ? 0.3 : 1;
    return new InstanceDewar(0, 0, 0, weight, 0.06, 0.1, 12, 0, 0.8, park, List.of());
  }

  private List<InstanceTube> tubes() {
    var tubes = new ArrayList<InstanceTube>();
    for (int level = 1; level <= LEVELS; level++) {
      for (int i = 0; i < counts[level]; i++) {
        tubes.add(new InstanceTube(tubes.size(), 0, level, InstanceTube.UNLIMITED_SECONDS));
      }
    }
    return tubes;
  }

  private InstancePicker picker() {
    return new InstancePicker(
        0, 0, 0, 0.6, 0.6, carrier, List.of(0), List.of(0), 0, List.of(), List.of());
  }

  private InstanceJob job() {
    var requests = tubes().stream().map(t -> new Request(t.id(), List.of(t.id()))).toList();
    var nothing = OptionalDouble.empty();
    return new InstanceJob(0, 1, 0, nothing, deadline, OptionalInt.empty(), List.of(), requests);
  }
}
