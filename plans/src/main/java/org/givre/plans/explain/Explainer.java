package org.givre.plans.explain;

import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;

/**
 * Answers questions about one plan. Immutable once made; may be used from several threads.
 *
 * <p>A question takes as long as judging a few plans: the more operations a plan has, the fewer
 * alternatives are looked at.
 */
public final class Explainer {
  private final Comparison comparison;

  public Explainer(Instance instance, RetrievalPlan plan) {
    comparison = new Comparison(instance, plan);
  }

  /** The plan at its earliest starts; operations have the numbers that they had. */
  public RetrievalPlan plan() {
    return comparison.plan();
  }

  /** Whether any operation could start earlier than it was said to. */
  public boolean retimed() {
    return comparison.retimed();
  }

  /** What the judge says about it. */
  public Verdict verdict() {
    return comparison.verdict();
  }

  /** Whether the plan has a lift of that number: its place in the list, from 0. */
  public boolean hasLift(int number) {
    return number >= 0
        && number < plan().ops().size()
        && plan().ops().get(number) instanceof PlanOp.Lift lift
        && !lift.picks().isEmpty()
        && comparison.catalogue().rack(lift.rack()).isPresent();
  }

  /** Each lift, each job. */
  public PlanSummary summary() {
    return Overview.of(comparison);
  }

  /**
   * Why a request gets its tube.
   *
   * @throws IllegalArgumentException for a request that the instance does not have
   */
  public ChoiceExplanation request(int id) {
    var request = comparison.catalogue().request(id);
    return new ChoiceQuestion(comparison, request.orElseThrow(() -> unknown("request", id)))
        .answer();
  }

  /**
   * Why one lift is done before another; which of them is the earlier one is found out.
   *
   * @throws IllegalArgumentException for a number that is none of a lift
   */
  public OrderExplanation order(int one, int other) {
    if (!hasLift(one) || !hasLift(other) || one == other) {
      throw new IllegalArgumentException(
          "Expected the numbers of two lifts, found %d and %d".formatted(one, other));
    }
    return new OrderQuestion(comparison, one, other).answer();
  }

  /**
   * Why a job waits.
   *
   * @throws IllegalArgumentException for a job that the instance does not have
   */
  public WaitExplanation job(int id) {
    var job = comparison.catalogue().job(id);
    return new WaitQuestion(comparison, job.orElseThrow(() -> unknown("job", id))).answer();
  }

  /**
   * Why a rack is lifted as it is.
   *
   * @throws IllegalArgumentException for a number that is none of a lift
   */
  public LiftExplanation lift(int number) {
    if (!hasLift(number)) {
      throw unknown("lift", number);
    }
    return new LiftQuestion(comparison, number).answer();
  }

  private static IllegalArgumentException unknown(String what, int id) {
    return new IllegalArgumentException("There is no %s %d".formatted(what, id));
  }
}
