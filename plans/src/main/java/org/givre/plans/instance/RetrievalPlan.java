package org.givre.plans.instance;

import java.util.List;
import java.util.Optional;

/**
 * An answer to an {@link Instance}: operations in any order, executed by rising start.
 *
 * @param instance name of the instance; must match where present
 * @param policy what made it
 */
public record RetrievalPlan(
    Optional<String> instance, String policy, double solveMillis, List<PlanOp> ops) {
  public RetrievalPlan {
    ops = List.copyOf(ops);
  }
}
