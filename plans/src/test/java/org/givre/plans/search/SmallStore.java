package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
 * A store made by hand: one dewar, one port if no more are added, racks of five boxes with 20 tubes
 * each.
 */
final class SmallStore {
  static final int LEVELS = 5;

  static final int FIRST_RETURN = 20_000;

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final int BOX_TUBES = 20;

  final List<InstanceRack> racks = new ArrayList<>();
  final List<InstanceTube> tubes = new ArrayList<>();
  final List<InstancePicker> pickers = new ArrayList<>();
  final List<InstanceJob> jobs = new ArrayList<>();
  final List<TubeReturn> returns = new ArrayList<>();
  final List<InstancePort> ports =
      new ArrayList<>(List.of(new InstancePort(0, 1.2, 0.9, 60, 96, List.of())));
  List<Window> dewarClosed = List.of();
  Optional<Park> park = Optional.empty();
  Timing timing = Timing.DEFAULT;

  SmallStore(int numberOfRacks) {
    for (int rack = 0; rack < numberOfRacks; rack++) {
      racks.add(rack(rack, NONE, NONE, 0));
    }
  }

  private static InstanceRack rack(int id, double budget, double cap, double notBefore) {
    return new InstanceRack(
        id,
        0,
        id,
        Collections.nCopies(LEVELS, BOX_TUBES),
        Collections.nCopies(LEVELS, budget),
        Collections.nCopies(LEVELS, cap),
        0,
        notBefore);
  }

  /** Weighted seconds that each box of a rack may still get. */
  void budget(int rack, double seconds) {
    racks.set(rack, rack(rack, seconds, NONE, 0));
  }

  /** Longest stay of each box of a rack outside. */
  void cap(int rack, double seconds) {
    racks.set(rack, rack(rack, NONE, seconds, 0));
  }

  /** Both. */
  void limits(int rack, double budget, double cap) {
    racks.set(rack, rack(rack, budget, cap, 0));
  }

  /** When a rack has cooled again. */
  void notBefore(int rack, double seconds) {
    racks.set(rack, rack(rack, NONE, NONE, seconds));
  }

  /** One more tube that must go back; somebody must carry it. */
  CarriedTube back(int rack, int level) {
    int tube = FIRST_RETURN + returns.size();
    returns.add(new TubeReturn(tube, rack, level));
    return new CarriedTube(OptionalInt.empty(), tube);
  }

  /** One more picker; it reaches everything. */
  int picker(int carrierTubes, CarriedTube... load) {
    int id = pickers.size();
    pickers.add(
        new InstancePicker(
            id, 0, 0, 0.6, 0.6, carrierTubes, List.of(0), List.of(0), 0, List.of(), List.of(load)));
    return id;
  }

  /** One more tube that a request may name. */
  int tube(int rack, int level) {
    return tube(rack, level, InstanceTube.UNLIMITED_SECONDS);
  }

  /** One more that may get so many weighted seconds. */
  int tube(int rack, int level, double budget) {
    tubes.add(new InstanceTube(tubes.size(), rack, level, budget));
    return tubes.size() - 1;
  }

  /** One more job: a request per tube; due at once. */
  int job(List<Integer> allowed, Integer... own) {
    int id = jobs.size();
    int first = jobs.stream().mapToInt(job -> job.requests().size()).sum();
    var requests = new ArrayList<Request>();
    for (int tube : own) {
      requests.add(new Request(first + requests.size(), List.of(tube)));
    }
    jobs.add(
        new InstanceJob(
            id,
            1,
            0,
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            allowed,
            requests));
    return id;
  }

  /** One more job: a single request that any of these tubes satisfies. */
  int jobForAny(Integer... tubes) {
    int id = job(List.of(), tubes[0]);
    var last = jobs.get(id);
    jobs.set(id, last.with(List.of(new Request(last.requests().get(0).id(), List.of(tubes)))));
    return id;
  }

  /** When a job must have been delivered. */
  void deadline(int job, double seconds) {
    var other = jobs.get(job);
    jobs.set(
        job,
        new InstanceJob(
            job,
            other.priority(),
            other.releaseSeconds(),
            other.dueSeconds(),
            OptionalDouble.of(seconds),
            other.port(),
            other.pickers(),
            other.requests()));
  }

  Instance instance() {
    return new Instance(
        "small",
        0,
        0,
        Weights.DEFAULT,
        Prices.DEFAULT,
        timing,
        List.of(new InstanceDewar(0, 0, 0, 1, 0.06, 0.1, 12, 0, 0.8, park, dewarClosed)),
        racks,
        tubes,
        pickers,
        ports,
        jobs,
        returns);
  }
}
