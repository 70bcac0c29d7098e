package org.givre.plans.explain;

import java.util.Comparator;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.RetrievalPlan;

/**
 * Another plan, with one decision changed.
 *
 * @param plan as a whole; its operations in the order of execution
 * @param moreUnloads unloads that it has more than the plan; negative for fewer
 * @param verdict of the judge
 * @param difference against the verdict of the plan that is explained
 */
public record Alternative(
    Change change, RetrievalPlan plan, int moreUnloads, Verdict verdict, Difference difference) {
  /** What breaks nothing comes first, then what breaks least, then what costs least. */
  static final Comparator<Alternative> BEST_FIRST =
      Comparator.comparingInt((Alternative a) -> a.difference().breaks().size())
          .thenComparingDouble(a -> a.difference().compositeTs());

  /** The better of two; the first of two that are as good. */
  static Alternative better(Alternative one, Alternative other) {
    return BEST_FIRST.compare(other, one) < 0 ? other : one;
  }
}
