package org.givre.plans.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/** The plan that is explained, at its earliest starts, and what others come to against it. */
final class Comparison {
  /** Starts that move by less stay as they are: rounding, of which the judge allows as much. */
  private static final double SAME_SECONDS = 1e-6;

  private final Catalogue catalogue;
  private final PlanCheck check;
  private final List<Step> order;
  private final SortedMap<Integer, TimedStep> timed = new TreeMap<>();
  private final RetrievalPlan plan;
  private final boolean retimed;
  private final Verdict verdict;

  Comparison(Instance instance, RetrievalPlan given) {
    catalogue = new Catalogue(instance);
    check = PlanCheck.of(instance);
    order = byStart(given.ops());
    Retiming.of(catalogue, order).forEach(step -> timed.put(step.number(), step));
    retimed =
        order.stream()
            .anyMatch(s -> Math.abs(s.op().startSeconds() - at(s).startSeconds()) > SAME_SECONDS);
    plan = retimed ? with(given, timed.values().stream().map(t -> t.step().op()).toList()) : given;
    verdict = check.judge(plan);
  }

  /** Operations at one start keep the order of the list, as the judge has it. */
  private static List<Step> byStart(List<PlanOp> ops) {
    var steps = new ArrayList<Step>();
    for (int number = 0; number < ops.size(); number++) {
      steps.add(new Step(number, ops.get(number)));
    }
    steps.sort(Comparator.comparingDouble(step -> step.op().startSeconds()));
    return steps;
  }

  private TimedStep at(Step step) {
    return timed(step.number());
  }

  private static RetrievalPlan with(RetrievalPlan given, List<PlanOp> ops) {
    return new RetrievalPlan(given.instance(), given.policy(), given.solveMillis(), ops);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** The plan at its earliest starts; its operations in the order of the list that was given. */
  RetrievalPlan plan() {
    return plan;
  }

  /** Whether any start had to be moved. */
  boolean retimed() {
    return retimed;
  }

  Verdict verdict() {
    return verdict;
  }

  TimedStep timed(int number) {
    return Optional.ofNullable(timed.get(number)).orElseThrow();
  }

  /** The plan, to be changed. */
  Reworking rework() {
    return Reworking.of(catalogue, order);
  }

  /** A changed plan at its earliest starts, in the order of execution. */
  List<TimedStep> timed(Reworking reworked) {
    return Retiming.of(catalogue, reworked.settled());
  }

  /** Has the judge tell what a changed plan comes to. */
  Alternative judged(Change change, List<TimedStep> steps) {
    var ops = steps.stream().map(timedStep -> timedStep.step().op()).toList();
    var other = with(plan, ops);
    var judged = check.judge(other);
    var more = unloads(ops) - unloads(plan.ops());
    return new Alternative(change, other, more, judged, Difference.of(verdict, judged));
  }

  private static int unloads(List<PlanOp> ops) {
    return (int) ops.stream().filter(PlanOp.Unload.class::isInstance).count();
  }
}
