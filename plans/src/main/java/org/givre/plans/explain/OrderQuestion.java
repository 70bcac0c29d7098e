package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.explain.Trials.Trial;
import org.givre.plans.instance.PlanOp;

/** Why this lift before that: the other way round. */
final class OrderQuestion {
  private final Comparison comparison;
  private final int earlier;
  private final int later;

  /** About two lifts, in any order. */
  OrderQuestion(Comparison comparison, int one, int other) {
    this.comparison = comparison;
    var order = comparison.rework();
    boolean asNamed = order.place(one) < order.place(other);
    earlier = asNamed ? one : other;
    later = asNamed ? other : one;
  }

  OrderExplanation answer() {
    var trials = new Trials(comparison);
    var instead =
        List.of(swapped(), movedAhead()).stream()
            .filter(this::isTheOtherWayRound)
            .flatMap(trial -> trials.judged(trial).stream())
            .sorted(Alternative.BEST_FIRST)
            .toList();
    return new OrderExplanation(earlier, later, instead);
  }

  /** Lifts of different pickers may start when they do, whoever comes first. */
  private boolean isTheOtherWayRound(Trial trial) {
    var timed = comparison.timed(trial.reworked());
    return start(timed, later) <= start(timed, earlier);
  }

  private static double start(List<TimedStep> timed, int number) {
    return timed.stream()
        .filter(step -> step.number() == number)
        .mapToDouble(TimedStep::startSeconds)
        .findFirst()
        .orElseThrow();
  }

  private Trial swapped() {
    var plan = comparison.rework();
    loosen(plan);
    plan.swap(earlier, later);
    return new Trial(new Change.Swapped(), plan);
  }

  /** What the later one's picker does before it comes with it, so that it can be there in time. */
  private Trial movedAhead() {
    var plan = comparison.rework();
    int picker = plan.lift(later).picker();
    var moved = new ArrayList<Integer>();
    if (plan.lift(earlier).picker() != picker) {
      plan.steps().subList(plan.place(earlier), plan.place(later)).stream()
          .filter(step -> step.op().picker() == picker)
          .map(Step::number)
          .forEach(moved::add);
    }
    moved.add(later);
    loosen(plan);
    plan.moveTo(plan.place(earlier), moved);
    return new Trial(new Change.MovedAhead(), plan);
  }

  /** Where their tubes are unloaded follows from the new places of the lifts. */
  private void loosen(Reworking plan) {
    for (int number : List.of(earlier, later)) {
      PlanOp.Lift lift = plan.lift(number);
      plan.free(lift);
    }
  }
}
