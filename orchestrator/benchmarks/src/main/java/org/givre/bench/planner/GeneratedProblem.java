package org.givre.bench.planner;

import java.util.ArrayList;
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

/**
 * An instance like the public ones, of a seed that nobody has tuned for. Jobs draw most of their
 * tubes from a few racks of their study. Tight ones have weights, caps, re-cool, parks, worn boxes
 * and deadlines as section 10 of the exchange format says, but their own: deadlines leave {@link
 * #DEADLINE_SECONDS} for each request of the job.
 */
final class GeneratedProblem {
  private static final int RACKS_OF_DEWAR = 12;

  private static final int LEVELS = 10;

  private static final int RACKS_OF_STUDY = 12;

  /** About what one picker takes for a tube by itself. */
  private static final double DEADLINE_SECONDS = 45;

  /** Share of requests with one, two, three and four tubes that would do. */
  private static final double[] SHARES = {0.36, 0.29, 0.18, 0.17};

  private final SplittableRandom random;
  private final Size size;
  private final boolean tight;
  private final List<InstanceRack> racks = new ArrayList<>();
  private final List<InstanceTube> tubes = new ArrayList<>();
  private final List<InstanceJob> jobs = new ArrayList<>();
  private int requests;

  private GeneratedProblem(Size size, boolean tight, long seed) {
    this.random = new SplittableRandom(seed);
    this.size = size;
    this.tight = tight;
  }

  /** How large a store is. */
  private record Size(int requests, int dewars, int pickers, int jobs) {
    static Size of(String name) {
      return switch (name) {
        case "S" -> new Size(20, 3, 2, 3);
        case "M" -> new Size(200, 10, 2, 12);
        case "L" -> new Size(2000, 40, 4, 60);
        default -> throw new IllegalArgumentException("Expected size S, M or L, found " + name);
      };
    }
  }

  /** The instance of a name such as {@code L-tight-7}. */
  static Instance named(String name) {
    var parts = name.split("-");
    if (parts.length != 3 || !List.of("plain", "tight").contains(parts[1])) {
      throw new IllegalArgumentException("Expected a name such as L-tight-7, found " + name);
    }
    var seed = Long.parseLong(parts[2]);
    return new GeneratedProblem(Size.of(parts[0]), parts[1].equals("tight"), seed)
        .instance(name, seed);
  }

  private Instance instance(String name, long seed) {
    var dewars = IntStream.range(0, size.dewars()).mapToObj(this::dewar).toList();
    IntStream.range(0, size.dewars() * RACKS_OF_DEWAR).forEach(this::addRack);
    IntStream.range(0, size.jobs()).forEach(this::addJob);
    return new Instance(
        name,
        seed,
        0,
        Weights.DEFAULT,
        Prices.DEFAULT,
        new Timing(3, 2, 1, 5, 3, 2, 2, 4),
        dewars,
        racks,
        tubes,
        IntStream.range(0, size.pickers()).mapToObj(this::picker).toList(),
        IntStream.range(0, size.pickers()).mapToObj(this::port).toList(),
        jobs,
        List.of());
  }

  private InstanceDewar dewar(int id) {
    var park = tight && id % 2 == 0 ? Optional.of(new Park(4, 4, 0.1)) : Optional.<Park>empty();
    var weight = tight && id % 5 < 2 ? 0.3 : 1;
    var start = random.nextInt(RACKS_OF_DEWAR);
    return new InstanceDewar(
        id, 1.2 * (id / 2), 1.8 * (id % 2), weight, 0.06, 0.1, 12, start, 0.8, park, List.of());
  }

  private void addRack(int id) {
    var isWarm = tight && id / RACKS_OF_DEWAR % 5 == 4;
    var boxes = new ArrayList<Integer>();
    var budgets = new ArrayList<Double>();
    var caps = new ArrayList<Double>();
    for (int level = 1; level <= LEVELS; level++) {
      boxes.add(50 + random.nextInt(51));
      budgets.add(tight && random.nextDouble() < 0.03 ? 200.0 + random.nextInt(400) : 900.0);
      caps.add(isWarm ? 60.0 + random.nextInt(121) : Double.POSITIVE_INFINITY);
    }
    var dewar = id / RACKS_OF_DEWAR;
    var recool = tight ? 2 : 0;
    racks.add(new InstanceRack(id, dewar, id % RACKS_OF_DEWAR, boxes, budgets, caps, recool, 0));
  }

  private void addJob(int id) {
    var study = random.ints(RACKS_OF_STUDY, 0, racks.size()).toArray();
    var own = new ArrayList<Request>();
    var count = share(id + 1) - share(id);
    for (int i = 0; i < count; i++) {
      own.add(new Request(requests++, alternatives(study)));
    }
    var priority = List.of(1, 1, 1, 2, 2, 4).get(random.nextInt(6));
    var due = OptionalDouble.of(60 + random.nextInt(1 + 2 * size.requests()));
    var deadline = OptionalDouble.of(600 + DEADLINE_SECONDS * count);
    jobs.add(
        new InstanceJob(
            id,
            priority,
            0,
            random.nextDouble() < 0.4 ? due : OptionalDouble.empty(),
            tight && random.nextDouble() < 0.05 ? deadline : OptionalDouble.empty(),
            OptionalInt.empty(),
            List.of(),
            own));
  }

  /** Requests of all jobs before one. */
  private int share(int job) {
    return (int) ((long) size.requests() * job / size.jobs());
  }

  private List<Integer> alternatives(int[] study) {
    var alternatives = new ArrayList<Integer>();
    var chance = random.nextDouble();
    for (double share : SHARES) {
      if (chance >= 0) {
        var near = random.nextDouble() < 0.6;
        var rack = near ? study[random.nextInt(study.length)] : random.nextInt(racks.size());
        alternatives.add(tubes.size());
        tubes.add(new InstanceTube(tubes.size(), rack, 1 + random.nextInt(LEVELS), 960));
      }
      chance -= share;
    }
    return alternatives;
  }

  /** Reaches a share of the dewars and some of the next picker's, as the public ones do. */
  private InstancePicker picker(int id) {
    var near = (double) size.dewars() / size.pickers();
    var overlap = size.pickers() > 2 ? near / 2 : size.dewars();
    var dewars =
        IntStream.range(0, size.dewars())
            .filter(dewar -> dewar >= id * near - overlap && dewar < (id + 1) * near + overlap)
            .boxed()
            .toList();
    var ports =
        IntStream.range(0, size.pickers()).filter(p -> Math.abs(p - id) <= 1).boxed().toList();
    var carrier = size.requests() < 100 ? 12 : 24;
    return new InstancePicker(
        id, place(id), 0.9, 0.6, 0.6, carrier, dewars, ports, 0, List.of(), List.of());
  }

  private InstancePort port(int id) {
    return new InstancePort(id, place(id), 0.9, 60, 96, List.of());
  }

  /** In the middle of its share of the row, in metres. */
  private double place(int picker) {
    return 0.6 * size.dewars() * (2 * picker + 1) / (2.0 * size.pickers());
  }
}
