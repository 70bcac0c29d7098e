package org.givre.plans.explain;

import java.util.List;
import org.givre.plans.instance.PlanOp;

/**
 * Why a rack is lifted as it is.
 *
 * @param lift its number
 * @param op the lift itself
 * @param levels of its picks, in their order
 * @param instead other ways to pick the same tubes: what breaks nothing first, then what costs
 *     least
 * @param notTried ways that were not looked at, because there are so many
 */
public record LiftExplanation(
    int lift, PlanOp.Lift op, List<Integer> levels, List<Alternative> instead, int notTried) {
  public LiftExplanation {
    levels = List.copyOf(levels);
    instead = List.copyOf(instead);
  }
}
