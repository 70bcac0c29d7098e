package org.givre.bench.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Prices;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.Timing;
import org.givre.plans.instance.Weights;

/** Builds the instance of a whole day: a store, and the jobs of the day by their arrival. */
final class DayOfWork {
  private final List<InstanceTube> tubes = new ArrayList<>();
  private final List<InstanceJob> jobs = new ArrayList<>();
  private int requests;

  /** A store as it stands in the morning. */
  record Store(
      Weights weights,
      Prices prices,
      Timing timing,
      List<InstanceDewar> dewars,
      List<InstanceRack> racks,
      List<InstancePicker> pickers,
      List<InstancePort> ports) {}

  int tube(int rack, int level) {
    tubes.add(new InstanceTube(tubes.size(), rack, level, InstanceTube.UNLIMITED_SECONDS));
    return tubes.size() - 1;
  }

  Request request(List<Integer> alternatives) {
    return new Request(requests++, alternatives);
  }

  void job(Arrival arrival, List<Request> asked) {
    jobs.add(
        new InstanceJob(
            jobs.size(),
            arrival.weight(),
            arrival.atSeconds(),
            arrival.dueSeconds(),
            arrival.deadlineSeconds(),
            OptionalInt.empty(),
            List.of(),
            asked));
  }

  Instance at(Store store) {
    return new Instance(
        "day",
        0,
        0,
        store.weights(),
        store.prices(),
        store.timing(),
        store.dewars(),
        store.racks(),
        tubes,
        store.pickers(),
        store.ports(),
        jobs,
        List.of());
  }

  /** A rack without budgets. */
  static InstanceRack rack(InstanceRack like) {
    return new InstanceRack(
        like.id(),
        like.dewar(),
        like.slot(),
        like.boxTubes(),
        Collections.nCopies(like.levels(), Double.POSITIVE_INFINITY),
        like.boxMaxOutSeconds(),
        like.recoolRatio(),
        0);
  }
}
