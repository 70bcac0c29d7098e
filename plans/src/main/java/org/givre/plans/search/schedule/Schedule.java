package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.search.model.Demand;

/**
 * A finished timetable.
 *
 * @param late requests delivered after their deadline
 * @param overworn requests whose tube gets more than its budget
 * @param left requests that no picker could fetch or deliver
 */
public record Schedule(
    List<PlanOp> ops,
    Figures figures,
    List<Demand> late,
    List<Demand> overworn,
    List<Demand> left) {
  public Schedule {
    ops = List.copyOf(ops);
    late = List.copyOf(late);
    overworn = List.copyOf(overworn);
    left = List.copyOf(left);
  }

  /** The same schedule, with more requests named that it does not serve. */
  public Schedule without(List<Demand> more) {
    var all = new ArrayList<>(left);
    all.addAll(more);
    return new Schedule(ops, figures, late, overworn, all);
  }

  /** Whether no hard constraint is broken and everything is served. */
  public boolean complete() {
    return late.isEmpty() && overworn.isEmpty() && left.isEmpty();
  }
}
