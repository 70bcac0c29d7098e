package org.givre.plans.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

/** A store made by hand: two dewars, the second with a park; racks of ten boxes of 60 tubes. */
final class WaitingStore {
  static final int LEVELS = 10;
  static final double HOUR = 3_600;
  private static final int BOX_TUBES = 60;
  private static final int RACKS_PER_DEWAR = 6;
  private static final double NONE = Double.POSITIVE_INFINITY;

  private final List<InstanceTube> tubes = new ArrayList<>();
  private final List<InstanceJob> jobs = new ArrayList<>();
  private final List<CarriedTube> load = new ArrayList<>();
  private final List<Integer> boxes =
      new ArrayList<>(Collections.nCopies(2 * RACKS_PER_DEWAR * LEVELS, BOX_TUBES));
  private final SortedMap<Integer, Patience> patience = new TreeMap<>();
  private final SortedSet<Integer> going = new TreeSet<>();
  private final SortedSet<Integer> told = new TreeSet<>();
  private int requests;
  double now;

  /** A tube more; racks 0 to 5 stand in the first dewar, 6 to 11 in the second. */
  int tube(int rack, int level) {
    tubes.add(new InstanceTube(tubes.size(), rack, level, InstanceTube.UNLIMITED_SECONDS));
    return tubes.size() - 1;
  }

  /** How many tubes there are. */
  int tubes() {
    return tubes.size();
  }

  /** A request of a job that is to come. */
  Request anyOf(Integer... alternatives) {
    return new Request(requests++, List.of(alternatives));
  }

  /** A job that goes now. */
  int urgent(Request... asked) {
    return urgentDue(0, asked);
  }

  /** A job that goes now, and is due later. */
  int urgentDue(double dueSeconds, Request... asked) {
    int id = jobs.size();
    jobs.add(
        new InstanceJob(
            id,
            1,
            0,
            OptionalDouble.of(dueSeconds),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            List.of(),
            List.of(asked)));
    return id;
  }

  /** A job that may wait. */
  int patient(Patience how, Request... asked) {
    int id = urgent(asked);
    patience.put(id, how);
    return id;
  }

  void go(int request) {
    going.add(request);
  }

  void tell(int job) {
    told.add(job);
  }

  /** A tube of the store lies in the carrier for a request. */
  void carry(int request, int tube) {
    load.add(new CarriedTube(OptionalInt.of(request), tube));
    var place = tubes.get(tube);
    int box = place.rack() * LEVELS + place.level() - 1;
    boxes.set(box, boxes.get(box) - 1);
  }

  WaitingWork work() {
    return new WaitingWork(instance(), patience, going, told);
  }

  Instance instance() {
    var racks = new ArrayList<InstanceRack>();
    for (int rack = 0; rack < 2 * RACKS_PER_DEWAR; rack++) {
      racks.add(rack(rack));
    }
    return new Instance(
        "waiting",
        0,
        now,
        Weights.DEFAULT,
        Prices.DEFAULT,
        Timing.DEFAULT,
        List.of(dewar(0, Optional.empty()), dewar(1, Optional.of(new Park(4, 4, 0.1)))),
        racks,
        tubes,
        List.of(
            new InstancePicker(
                0, 0, 0.9, 0.6, 0.6, 24, List.of(0, 1), List.of(0), now, List.of(), load)),
        List.of(new InstancePort(0, 1.2, 0.9, 60, 96, List.of())),
        jobs,
        List.of());
  }

  private static InstanceDewar dewar(int id, Optional<Park> park) {
    return new InstanceDewar(id, 0.6 * id, 0, 1, 0.06, 0.1, 12, 0, 0.8, park, List.of());
  }

  private InstanceRack rack(int id) {
    return new InstanceRack(
        id,
        id / RACKS_PER_DEWAR,
        id % RACKS_PER_DEWAR,
        boxes.subList(id * LEVELS, (id + 1) * LEVELS),
        Collections.nCopies(LEVELS, NONE),
        Collections.nCopies(LEVELS, NONE),
        0,
        0);
  }
}
