package org.givre.plans.search;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;

/** An instance without one request and without the tube that served it. */
final class Removal {
  private final int request;
  private final int tube;

  private Removal(int request, int tube) {
    this.request = request;
    this.tube = tube;
  }

  static Instance of(Instance instance, int request, int tube) {
    return new Removal(request, tube).from(instance);
  }

  /** What an operation picks. */
  static List<Pick> picks(PlanOp op) {
    return op instanceof PlanOp.Lift lift ? lift.picks() : List.of();
  }

  private Instance from(Instance instance) {
    var store = new Variant(instance);
    var gone = store.tubes.stream().filter(t -> t.id() == tube).findFirst().orElseThrow();
    store.tubes = store.tubes.stream().filter(t -> t.id() != tube).toList();
    store.racks =
        Variant.each(store.racks, r -> r.id() == gone.rack() ? withOneLess(r, gone.level()) : r);
    store.jobs = Variant.each(store.jobs, job -> job.with(others(job.requests())));
    return store.instance();
  }

  private List<Request> others(List<Request> requests) {
    return requests.stream()
        .filter(r -> r.id() != request)
        .map(r -> new Request(r.id(), r.alternatives().stream().filter(t -> t != tube).toList()))
        .toList();
  }

  private static InstanceRack withOneLess(InstanceRack rack, int level) {
    var boxes = new ArrayList<>(rack.boxTubes());
    boxes.set(level - 1, boxes.get(level - 1) - 1);
    return new InstanceRack(
        rack.id(),
        rack.dewar(),
        rack.slot(),
        boxes,
        rack.boxMinBudgetSeconds(),
        rack.boxMaxOutSeconds(),
        rack.recoolRatio(),
        rack.notBeforeSeconds());
  }
}
