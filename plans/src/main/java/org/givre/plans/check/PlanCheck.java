package org.givre.plans.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/**
 * Judges plans for one instance: whether they break anything, and what they cost. A plan that it
 * passes may be carried out.
 *
 * <p>Immutable; may be used from several threads. Times are compared with a slack of 1e-4 s.
 *
 * <p>Beyond the exchange format, a tube of a job that wants a port and is unloaded at another one
 * is a violation of kind {@code reference}; so is a box in which more tubes are listed than it
 * holds. A pick by a picker that the job does not allow is one of kind {@code reach}. Not judged is
 * whether a tube that is placed finds a free well: the format has no wells.
 */
public final class PlanCheck {
  private final InstanceIndex index;

  private PlanCheck(InstanceIndex index) {
    this.index = index;
  }

  /** A judge of plans for {@code instance}. */
  public static PlanCheck of(Instance instance) {
    return new PlanCheck(new InstanceIndex(instance));
  }

  /** Runs the plan through the store and tells what it comes to. */
  public Verdict judge(RetrievalPlan plan) {
    var course = new PlanCourse(index);
    checkName(course, plan);
    LoadJudge.load(course);
    var evaluations = new ArrayList<OpEvaluation>();
    for (int op : byStart(plan.ops())) {
      if (mayStart(course, op, plan.ops().get(op).startSeconds())) {
        judged(course, op, plan.ops().get(op)).ifPresent(evaluations::add);
      }
    }
    return new OutcomeJudge(course).verdict(evaluations);
  }

  private void checkName(PlanCourse course, RetrievalPlan plan) {
    var name = index.instance().name();
    if (!plan.instance().orElse(name).equals(name)) {
      course
          .findings()
          .add(
              ViolationKind.REFERENCE,
              "plan",
              "is for instance %s, not for %s".formatted(plan.instance().orElse(name), name));
    }
  }

  /** Operations at one start keep the order of the list. */
  private static List<Integer> byStart(List<PlanOp> ops) {
    return IntStream.range(0, ops.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer op) -> ops.get(op).startSeconds()))
        .toList();
  }

  private boolean mayStart(PlanCourse course, int op, double startSeconds) {
    var now = index.instance().nowSeconds();
    if (!Double.isFinite(startSeconds) || Slack.before(startSeconds, now)) {
      course
          .findings()
          .add(
              ViolationKind.TIME,
              op,
              "op " + op,
              "may start at %s s at the earliest, not at %s s"
                  .formatted(Wording.number(now), Wording.number(startSeconds)));
    }
    return Double.isFinite(startSeconds);
  }

  private static Optional<OpEvaluation> judged(PlanCourse course, int number, PlanOp op) {
    if (op instanceof PlanOp.Lift lift) {
      return LiftJudge.judge(course, number, lift);
    }
    if (op instanceof PlanOp.Unload unload) {
      return UnloadJudge.judge(course, number, unload);
    }
    if (op instanceof PlanOp.Place place) {
      return PlaceJudge.judge(course, number, place);
    }
    throw new IllegalStateException("No judge for operation " + op);
  }
}
