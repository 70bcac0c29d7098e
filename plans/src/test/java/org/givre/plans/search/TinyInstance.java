package org.givre.plans.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.givre.plans.instance.CarriedTube;
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

/**
 * Random stores so small that every plan can be tried: two dewars with one or two racks, one
 * picker, one port and two to four requests. The same seed gives the same store.
 */
public final class TinyInstance {
  private final SplittableRandom random;
  private final long seed;
  private final boolean tight;
  private final List<InstanceRack> racks = new ArrayList<>();
  private final List<InstanceTube> tubes = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();

  private TinyInstance(long seed, boolean tight) {
    this.random = new SplittableRandom(seed);
    this.seed = seed;
    this.tight = tight;
  }

  /** Alternatives and carriers only, or also parks, caps, budgets, re-cool and shared tubes. */
  public static Instance of(long seed, boolean tight) {
    return new TinyInstance(seed, tight).instance();
  }

  private Instance instance() {
    int racksHere = 1 + random.nextInt(2);
    for (int dewar = 0; dewar < 2; dewar++) {
      for (int slot = 0; slot < racksHere; slot++) {
        racks.add(rack(dewar, 5 * slot));
      }
    }
    addRequests();
    var timing = new Timing(3, 2, 1, 1 + random.nextInt(5), 3, 2, 2, 4);
    var weights = random.nextBoolean() ? Weights.DEFAULT : new Weights(1, 0, 0.2);
    return new Instance(
        (tight ? "tiny-tight-" : "tiny-") + seed,
        seed,
        0,
        weights,
        Prices.DEFAULT,
        timing,
        List.of(dewar(0), dewar(1)),
        racks,
        tubes,
        List.of(picker()),
        List.of(new InstancePort(0, 1.2, 0.9, 60, 96, List.of())),
        List.of(job()),
        List.of());
  }

  private InstanceDewar dewar(int id) {
    boolean parks = tight && random.nextInt(3) > 0;
    var park = parks ? Optional.of(new Park(random.nextInt(4), 1, 0.1)) : Optional.<Park>empty();
    double weight = tight && random.nextBoolean() ? 0.3 : 1;
    return new InstanceDewar(
        id, 0.6 * id, 0, weight, 0.06, 0.1, 12, random.nextInt(12), 0.8, park, List.of());
  }

  private InstanceRack rack(int dewar, int slot) {
    int levels = 1 + random.nextInt(4);
    var boxes = new ArrayList<Integer>();
    var budgets = new ArrayList<Double>();
    var caps = new ArrayList<Double>();
    for (int level = 1; level <= levels; level++) {
      boxes.add(3 + random.nextInt(8));
      budgets.add(tight && random.nextInt(6) == 0 ? 5.0 + random.nextInt(30) : 900.0);
      caps.add(
          tight && random.nextInt(3) == 0 ? 8.0 + random.nextInt(20) : Double.POSITIVE_INFINITY);
    }
    double recool = tight ? random.nextInt(3) : 0;
    return new InstanceRack(racks.size(), dewar, slot, boxes, budgets, caps, recool, 0);
  }

  private void addRequests() {
    int wanted = 2 + random.nextInt(3);
    for (int request = 0; request < wanted; request++) {
      var alternatives = new ArrayList<Integer>();
      int most = wanted == 4 ? 1 : 2;
      for (int i = random.nextInt(most + 1); i >= 0 && alternatives.size() < most; i--) {
        int tube = tight && !tubes.isEmpty() && random.nextInt(4) == 0 ? known() : added();
        if (!alternatives.contains(tube)) {
          alternatives.add(tube);
        }
      }
      requests.add(new Request(request, alternatives.isEmpty() ? List.of(added()) : alternatives));
    }
  }

  private int known() {
    return random.nextInt(tubes.size());
  }

  /** A tube more; at most three in a box, so that no box runs out of tubes. */
  private int added() {
    while (true) {
      int rack = random.nextInt(racks.size());
      int level = 1 + random.nextInt(racks.get(rack).levels());
      if (tubes.stream().filter(t -> t.rack() == rack && t.level() == level).count() < 3) {
        tubes.add(new InstanceTube(tubes.size(), rack, level, InstanceTube.UNLIMITED_SECONDS));
        return tubes.size() - 1;
      }
    }
  }

  private InstancePicker picker() {
    int carrier = 1 + random.nextInt(4);
    return new InstancePicker(
        0,
        0,
        0.9,
        0.6,
        0.6,
        carrier,
        List.of(0, 1),
        List.of(0),
        0,
        List.of(),
        List.<CarriedTube>of());
  }

  private InstanceJob job() {
    return new InstanceJob(
        0,
        1,
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        List.of(),
        requests);
  }
}
