package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstancePort;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.instance.TubeReturn;

/** The same problem written down differently: lists in another order, or other ids. */
final class Relisted {
  private final IntUnaryOperator id;

  private Relisted(IntUnaryOperator id) {
    this.id = id;
  }

  /** Every list shuffled, those within jobs, requests and pickers as well. */
  static Instance shuffled(Instance instance, long seed) {
    var random = new SplittableRandom(seed);
    var store = new Variant(instance);
    store.dewars = shuffled(store.dewars, random);
    store.racks = shuffled(store.racks, random);
    store.tubes = shuffled(store.tubes, random);
    store.ports = shuffled(store.ports, random);
    store.returns = shuffled(store.returns, random);
    store.pickers =
        Variant.each(shuffled(store.pickers, random), picker -> shuffled(picker, random));
    store.jobs = Variant.each(shuffled(store.jobs, random), job -> shuffled(job, random));
    return store.instance();
  }

  private static InstancePicker shuffled(InstancePicker picker, SplittableRandom random) {
    return new InstancePicker(
        picker.id(),
        picker.xMetres(),
        picker.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        shuffled(picker.dewars(), random),
        shuffled(picker.ports(), random),
        picker.availableFromSeconds(),
        shuffled(picker.unavailable(), random),
        shuffled(picker.initialLoad(), random));
  }

  private static InstanceJob shuffled(InstanceJob job, SplittableRandom random) {
    var requests =
        Variant.each(
            shuffled(job.requests(), random),
            r -> new Request(r.id(), shuffled(r.alternatives(), random)));
    return job(job, job.id(), shuffled(job.pickers(), random), requests);
  }

  private static <T> List<T> shuffled(List<T> values, SplittableRandom random) {
    var shuffled = new ArrayList<>(values);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }

  private static InstanceJob job(
      InstanceJob job, int id, List<Integer> pickers, List<Request> requests) {
    return new InstanceJob(
        id,
        job.priority(),
        job.releaseSeconds(),
        job.dueSeconds(),
        job.deadlineSeconds(),
        job.port(),
        pickers,
        requests);
  }

  /** Every id replaced by {@code id} of it. */
  static Instance renamed(Instance instance, IntUnaryOperator id) {
    return new Relisted(id).renamed(instance);
  }

  /** A plan for what {@link #renamed(Instance, IntUnaryOperator)} makes of its instance. */
  static RetrievalPlan renamed(RetrievalPlan plan, IntUnaryOperator id) {
    var ops = Variant.each(plan.ops(), new Relisted(id)::renamed);
    return new RetrievalPlan(plan.instance(), plan.policy(), plan.solveMillis(), ops);
  }

  private Instance renamed(Instance instance) {
    var store = new Variant(instance);
    store.dewars = Variant.each(store.dewars, this::renamed);
    store.racks = Variant.each(store.racks, this::renamed);
    store.tubes =
        Variant.each(
            store.tubes,
            t -> new InstanceTube(of(t.id()), of(t.rack()), t.level(), t.budgetSeconds()));
    store.pickers = Variant.each(store.pickers, this::renamed);
    store.ports = Variant.each(store.ports, this::renamed);
    store.jobs = Variant.each(store.jobs, this::renamed);
    store.returns =
        Variant.each(store.returns, r -> new TubeReturn(of(r.tube()), of(r.rack()), r.level()));
    return store.instance();
  }

  private int of(int old) {
    return id.applyAsInt(old);
  }

  private List<Integer> all(List<Integer> ids) {
    return Variant.each(ids, this::of);
  }

  private InstanceDewar renamed(InstanceDewar dewar) {
    return new InstanceDewar(
        of(dewar.id()),
        dewar.xMetres(),
        dewar.yMetres(),
        dewar.liftWeight(),
        dewar.levelPitchMetres(),
        dewar.liftMetresPerSecond(),
        dewar.carouselSlots(),
        dewar.carouselStartSlot(),
        dewar.carouselSecondsPerSlot(),
        dewar.park(),
        dewar.unavailable());
  }

  private InstanceRack renamed(InstanceRack rack) {
    return new InstanceRack(
        of(rack.id()),
        of(rack.dewar()),
        rack.slot(),
        rack.boxTubes(),
        rack.boxMinBudgetSeconds(),
        rack.boxMaxOutSeconds(),
        rack.recoolRatio(),
        rack.notBeforeSeconds());
  }

  private InstancePicker renamed(InstancePicker picker) {
    return new InstancePicker(
        of(picker.id()),
        picker.xMetres(),
        picker.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        all(picker.dewars()),
        all(picker.ports()),
        picker.availableFromSeconds(),
        picker.unavailable(),
        Variant.each(
            picker.initialLoad(), c -> new CarriedTube(optional(c.request()), of(c.tube()))));
  }

  private InstancePort renamed(InstancePort port) {
    return new InstancePort(
        of(port.id()),
        port.xMetres(),
        port.yMetres(),
        port.clearSeconds(),
        port.bufferTubes(),
        port.unavailable());
  }

  private InstanceJob renamed(InstanceJob job) {
    return new InstanceJob(
        of(job.id()),
        job.priority(),
        job.releaseSeconds(),
        job.dueSeconds(),
        job.deadlineSeconds(),
        optional(job.port()),
        all(job.pickers()),
        Variant.each(job.requests(), r -> new Request(of(r.id()), all(r.alternatives()))));
  }

  private OptionalInt optional(OptionalInt known) {
    return known.isPresent() ? OptionalInt.of(of(known.getAsInt())) : known;
  }

  private PlanOp renamed(PlanOp op) {
    if (op instanceof PlanOp.Lift lift) {
      var picks = Variant.each(lift.picks(), p -> new Pick(of(p.request()), of(p.tube())));
      return new PlanOp.Lift(
          of(lift.picker()),
          lift.startSeconds(),
          optional(lift.dewar()),
          of(lift.rack()),
          lift.mode(),
          picks);
    }
    if (op instanceof PlanOp.Unload unload) {
      return new PlanOp.Unload(
          of(unload.picker()), unload.startSeconds(), of(unload.port()), all(unload.tubes()));
    }
    var place = (PlanOp.Place) op;
    var places = Variant.each(place.places(), p -> new Placement(of(p.tube()), p.level()));
    return new PlanOp.Place(of(place.picker()), place.startSeconds(), of(place.rack()), places);
  }
}
