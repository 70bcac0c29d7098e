package org.givre.plans.explain;

import org.givre.plans.instance.PlanOp;

/**
 * An operation in a plan that is being changed.
 *
 * @param number its place in the list of the plan that is explained; larger than all of those for
 *     one that an alternative adds
 */
record Step(int number, PlanOp op) {
  Step with(PlanOp other) {
    return new Step(number, other);
  }
}
