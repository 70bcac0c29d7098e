package org.givre.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.check.OpEvaluation;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceDewar;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.instance.Window;

/**
 * What is left of an instance once the first lift of a plan has ended: what the engine plans anew
 * after such an event. The lifts that other pickers are in the middle of are frozen. Warmth and
 * re-cool of all these are not deducted; nothing that takes time depends on them.
 */
final class AfterOneLift {
  private final Instance instance;

  /** By picker, its lift that has ended or is under way. */
  private final SortedMap<Integer, Frozen> frozen = new TreeMap<>();

  private double now = Double.POSITIVE_INFINITY;

  /** A lift, and when it ends. */
  private record Frozen(PlanOp.Lift lift, double end) {}

  private AfterOneLift(Instance instance, RetrievalPlan plan) {
    this.instance = instance;
    var evaluated = PlanCheck.of(instance).judge(plan).ops();
    for (var op : evaluated) {
      if (plan.ops().get(op.op()) instanceof PlanOp.Lift) {
        now = Math.min(now, op.endSeconds());
      }
    }
    evaluated.stream().filter(op -> op.startSeconds() < now).forEach(op -> freeze(plan, op));
  }

  private void freeze(RetrievalPlan plan, OpEvaluation op) {
    if (plan.ops().get(op.op()) instanceof PlanOp.Lift lift) {
      frozen.put(lift.picker(), new Frozen(lift, op.endSeconds()));
    }
  }

  static Instance of(Instance instance, RetrievalPlan plan) {
    return new AfterOneLift(instance, plan).left();
  }

  private Instance left() {
    return new Instance(
        instance.name(),
        instance.seed(),
        now,
        instance.weights(),
        instance.prices(),
        instance.timing(),
        instance.dewars().stream().map(this::dewar).toList(),
        instance.racks().stream().map(this::rack).toList(),
        instance.tubes(),
        instance.pickers().stream().map(this::picker).toList(),
        instance.ports(),
        instance.jobs(),
        instance.returns());
  }

  private InstanceDewar dewar(InstanceDewar dewar) {
    for (var one : frozen.values()) {
      if (one.lift.dewar().equals(OptionalInt.of(dewar.id()))) {
        return new InstanceDewar(
            dewar.id(),
            dewar.xMetres(),
            dewar.yMetres(),
            dewar.liftWeight(),
            dewar.levelPitchMetres(),
            dewar.liftMetresPerSecond(),
            dewar.carouselSlots(),
            rack(one.lift).slot(),
            dewar.carouselSecondsPerSlot(),
            dewar.park(),
            List.of(new Window(0, one.end)));
      }
    }
    return dewar;
  }

  private InstanceRack rack(PlanOp.Lift lift) {
    return instance.racks().stream().filter(r -> r.id() == lift.rack()).findFirst().orElseThrow();
  }

  private InstanceRack rack(InstanceRack rack) {
    var picked = new TreeSet<Integer>();
    frozen.values().stream()
        .filter(one -> one.lift.rack() == rack.id())
        .forEach(one -> one.lift.picks().forEach(pick -> picked.add(pick.tube())));
    if (picked.isEmpty()) {
      return rack;
    }
    var boxes = new ArrayList<>(rack.boxTubes());
    instance.tubes().stream()
        .filter(tube -> picked.contains(tube.id()))
        .forEach(tube -> boxes.set(tube.level() - 1, boxes.get(tube.level() - 1) - 1));
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

  private InstancePicker picker(InstancePicker picker) {
    var one = frozen.get(picker.id());
    if (one == null) {
      return picker;
    }
    int id = one.lift.dewar().orElseThrow();
    var at = instance.dewars().stream().filter(d -> d.id() == id).findFirst().orElseThrow();
    return new InstancePicker(
        picker.id(),
        at.xMetres(),
        at.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        picker.dewars(),
        picker.ports(),
        one.end,
        picker.unavailable(),
        one.lift.picks().stream()
            .map(pick -> new CarriedTube(OptionalInt.of(pick.request()), pick.tube()))
            .toList());
  }
}
