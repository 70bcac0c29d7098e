package org.givre.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.CarriedTube;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstancePicker;
import org.givre.plans.instance.InstanceRack;
import org.givre.plans.instance.InstanceTube;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/**
 * What is left of an instance once the first lift of a plan has ended: what the engine plans anew
 * after such an event. Its warmth and re-cool are not deducted; nothing that takes time depends on
 * them.
 */
final class AfterOneLift {
  private final Instance instance;
  private final PlanOp.Lift lift;
  private final double end;

  private AfterOneLift(Instance instance, PlanOp.Lift lift, double end) {
    this.instance = instance;
    this.lift = lift;
    this.end = end;
  }

  static Instance of(Instance instance, RetrievalPlan plan) {
    var first =
        plan.ops().stream()
            .filter(PlanOp.Lift.class::isInstance)
            .map(PlanOp.Lift.class::cast)
            .min(Comparator.comparingDouble(PlanOp::startSeconds))
            .orElseThrow();
    var alone = new RetrievalPlan(plan.instance(), plan.policy(), 0, List.of(first));
    double end = PlanCheck.of(instance).judge(alone).ops().get(0).endSeconds();
    return new AfterOneLift(instance, first, end).left();
  }

  private Instance left() {
    return new Instance(
        instance.name(),
        instance.seed(),
        end,
        instance.weights(),
        instance.prices(),
        instance.timing(),
        instance.dewars(),
        instance.racks().stream().map(this::rack).toList(),
        instance.tubes(),
        instance.pickers().stream().map(this::picker).toList(),
        instance.ports(),
        instance.jobs(),
        instance.returns());
  }

  private InstanceRack rack(InstanceRack rack) {
    if (rack.id() != lift.rack()) {
      return rack;
    }
    var picked = new TreeSet<Integer>();
    lift.picks().forEach(pick -> picked.add(pick.tube()));
    var boxes = new ArrayList<>(rack.boxTubes());
    for (InstanceTube tube : instance.tubes()) {
      if (picked.contains(tube.id())) {
        boxes.set(tube.level() - 1, boxes.get(tube.level() - 1) - 1);
      }
    }
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
    if (picker.id() != lift.picker()) {
      return picker;
    }
    var dewar =
        instance.dewars().stream()
            .filter(d -> d.id() == lift.dewar().orElseThrow())
            .findFirst()
            .orElseThrow();
    return new InstancePicker(
        picker.id(),
        dewar.xMetres(),
        dewar.yMetres(),
        picker.xMetresPerSecond(),
        picker.yMetresPerSecond(),
        picker.carrierTubes(),
        picker.dewars(),
        picker.ports(),
        end,
        picker.unavailable(),
        lift.picks().stream()
            .map(pick -> new CarriedTube(OptionalInt.of(pick.request()), pick.tube()))
            .toList());
  }
}
