package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/** Brings a plan up to date: what it does and in which order stays, only the times change. */
public final class EarliestStarts {
  private EarliestStarts() {}

  /** The plan with every operation at its earliest legal start, in the order of their starts. */
  public static RetrievalPlan of(Instance instance, RetrievalPlan plan) {
    List<Step> steps = new ArrayList<>();
    for (var op : plan.ops()) {
      steps.add(new Step(steps.size(), op));
    }
    steps.sort(Comparator.comparingDouble(step -> step.op().startSeconds()));
    List<PlanOp> ops = new ArrayList<>();
    Retiming.of(new Catalogue(instance), steps).forEach(timed -> ops.add(timed.step().op()));
    return new RetrievalPlan(plan.instance(), plan.policy(), plan.solveMillis(), ops);
  }
}
