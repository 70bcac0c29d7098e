package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
import org.givre.plans.instance.TubeReturn;
import org.givre.plans.instance.Weights;
import org.givre.plans.instance.Window;

/**
 * Small random stores with everything that the format knows: tight ones have caps, re-cool,
 * budgets, deadlines, parks, windows and ports of their own, plain ones only alternatives, carriers
 * and due dates. The same seed gives the same store.
 */
public final class GeneratedInstance {
  private final SplittableRandom random;
  private final boolean tight;
  private final List<InstanceDewar> dewars = new ArrayList<>();
  private final List<InstanceRack> racks = new ArrayList<>();
  private final List<InstanceTube> tubes = new ArrayList<>();
  private final List<InstancePicker> pickers = new ArrayList<>();
  private final List<InstancePort> ports = new ArrayList<>();
  private final List<InstanceJob> jobs = new ArrayList<>();
  private final List<TubeReturn> returns = new ArrayList<>();
  private final List<List<CarriedTube>> loads = new ArrayList<>();
  private final double now;

  private GeneratedInstance(long seed, boolean tight) {
    this.random = new SplittableRandom(seed);
    this.tight = tight;
    this.now = tight ? random.nextInt(100) : 0;
  }

  public static Instance plain(long seed) {
    return new GeneratedInstance(seed, false).instance("plain-" + seed, seed);
  }

  public static Instance tight(long seed) {
    return new GeneratedInstance(seed, true).instance("tight-" + seed, seed);
  }

  private Instance instance(String name, long seed) {
    repeat(1 + random.nextInt(3), () -> dewars.add(dewar(dewars.size())));
    repeat(1 + random.nextInt(2), () -> ports.add(port(ports.size())));
    for (var dewar : dewars) {
      for (int slot = 0; slot < 1 + random.nextInt(3); slot++) {
        addRack(dewar, slot);
      }
    }
    repeat(1 + random.nextInt(3), () -> loads.add(new ArrayList<>()));
    addJobs();
    for (int picker = 0; picker < loads.size(); picker++) {
      addReturn(picker);
      pickers.add(picker(picker));
    }
    return new Instance(
        name,
        seed,
        now,
        Weights.DEFAULT,
        Prices.DEFAULT,
        new Timing(3, 2, 1, pick(1, 5), 3, 2, 2, 4),
        dewars,
        racks,
        tubes,
        pickers,
        ports,
        jobs,
        returns);
  }

  private InstanceDewar dewar(int id) {
    Optional<Park> park =
        tight && chance(0.5) ? Optional.of(new Park(4, pick(3, 4), 0.1)) : Optional.empty();
    double weight = tight && chance(0.4) ? 0.3 : 1;
    return new InstanceDewar(
        id, id * 0.6, 0, weight, 0.06, 0.1, 12, random.nextInt(12), 0.8, park, windows());
  }

  private InstancePort port(int id) {
    int buffer = tight && chance(0.3) ? 2 + random.nextInt(4) : 96;
    return new InstancePort(id, id * 1.2, 0.9, 60, buffer, windows());
  }

  private void addRack(InstanceDewar dewar, int slot) {
    int levels = 1 + random.nextInt(6);
    var boxes = new ArrayList<Integer>();
    var budgets = new ArrayList<Double>();
    var caps = new ArrayList<Double>();
    int id = racks.size();
    for (int level = 1; level <= levels; level++) {
      int listed = random.nextInt(4);
      for (int i = 0; i < listed; i++) {
        double budget = tight && chance(0.1) ? 20 + random.nextInt(60) : 960;
        tubes.add(new InstanceTube(tubes.size(), id, level, budget));
      }
      boxes.add(listed + random.nextInt(12));
      budgets.add(tight && chance(0.15) ? 5.0 + random.nextInt(60) : 900.0);
      caps.add(tight && chance(0.3) ? 8.0 + random.nextInt(40) : Double.POSITIVE_INFINITY);
    }
    double recool = tight ? pick(0, 2) : 0;
    double notBefore = tight && chance(0.2) ? random.nextInt(150) : 0;
    racks.add(new InstanceRack(id, dewar.id(), slot, boxes, budgets, caps, recool, notBefore));
  }

  /** Requests draw from a shuffled deck of tubes; tight ones now and then share a tube. */
  private void addJobs() {
    var deck = new ArrayList<>(IntStream.range(0, tubes.size()).boxed().toList());
    for (int i = deck.size() - 1; i > 0; i--) {
      Collections.swap(deck, i, random.nextInt(i + 1));
    }
    int requests = 0;
    for (int job = 0; job < 1 + random.nextInt(4); job++) {
      var own = new ArrayList<Request>();
      for (int i = random.nextInt(6); i >= 0 && !deck.isEmpty(); i--) {
        own.add(new Request(requests++, alternatives(deck)));
      }
      if (!own.isEmpty()) {
        carry(own.get(0));
        jobs.add(job(job, own));
      }
    }
  }

  private List<Integer> alternatives(List<Integer> deck) {
    var alternatives = new ArrayList<Integer>();
    for (int i = random.nextInt(3); i >= 0 && !deck.isEmpty(); i--) {
      int tube = deck.remove(deck.size() - 1);
      alternatives.add(tube);
      if (tight && chance(0.1)) {
        deck.add(random.nextInt(deck.size() + 1), tube);
      }
    }
    return alternatives.stream().distinct().toList();
  }

  private InstanceJob job(int id, List<Request> requests) {
    var due = chance(0.5) ? OptionalDouble.of(now + random.nextInt(300)) : OptionalDouble.empty();
    var deadline =
        tight && chance(0.3)
            ? OptionalDouble.of(now + 60 + random.nextInt(500))
            : OptionalDouble.empty();
    double release = tight && chance(0.2) ? random.nextInt(200) : 0;
    var port =
        tight && chance(0.3) ? OptionalInt.of(random.nextInt(ports.size())) : OptionalInt.empty();
    return new InstanceJob(
        id, 1 + random.nextInt(4), release, due, deadline, port, List.of(), requests);
  }

  /** Now and then a request's first tube lies in a carrier already. */
  private void carry(Request request) {
    int tube = request.alternatives().get(0);
    boolean held = loads.stream().flatMap(List::stream).anyMatch(c -> c.tube() == tube);
    if (tight && chance(0.2) && !held) {
      var load = loads.get(random.nextInt(loads.size()));
      load.add(new CarriedTube(OptionalInt.of(request.id()), tube));
      takeOut(tube);
    }
  }

  private void takeOut(int tube) {
    var place = tubes.get(tube);
    var rack = racks.get(place.rack());
    var boxes = new ArrayList<>(rack.boxTubes());
    boxes.set(place.level() - 1, boxes.get(place.level() - 1) - 1);
    racks.set(
        rack.id(),
        new InstanceRack(
            rack.id(),
            rack.dewar(),
            rack.slot(),
            boxes,
            rack.boxMinBudgetSeconds(),
            rack.boxMaxOutSeconds(),
            rack.recoolRatio(),
            rack.notBeforeSeconds()));
  }

  private void addReturn(int picker) {
    for (int i = tight && chance(0.3) ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      int tube = 10_000 + 10 * picker + i;
      var rack = racks.get(random.nextInt(racks.size()));
      loads.get(picker).add(new CarriedTube(OptionalInt.empty(), tube));
      returns.add(new TubeReturn(tube, rack.id(), 1 + random.nextInt(rack.levels())));
    }
  }

  private InstancePicker picker(int id) {
    var reach = some(dewars.size());
    var reachedPorts = some(ports.size());
    int carrier = Math.max(loads.get(id).size(), 1 + random.nextInt(8));
    return new InstancePicker(
        id,
        random.nextDouble(),
        random.nextDouble(),
        0.6,
        pick(0.3, 0.6),
        carrier,
        reach,
        reachedPorts,
        tight ? random.nextInt(100) : 0,
        windows(),
        loads.get(id));
  }

  private List<Integer> some(int number) {
    var chosen = IntStream.range(0, number).filter(i -> !tight || chance(0.85)).boxed().toList();
    return chosen.isEmpty() ? List.of(random.nextInt(number)) : chosen;
  }

  private List<Window> windows() {
    var windows = new ArrayList<Window>();
    while (tight && chance(0.2)) {
      double from = random.nextInt(600);
      windows.add(new Window(from, from + random.nextInt(200)));
    }
    return windows;
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private double pick(double one, double other) {
    return random.nextBoolean() ? one : other;
  }

  private static void repeat(int times, Runnable step) {
    for (int i = 0; i < times; i++) {
      step.run();
    }
  }
}
