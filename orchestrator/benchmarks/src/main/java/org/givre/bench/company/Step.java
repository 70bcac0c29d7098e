package org.givre.bench.company;

import org.givre.plans.instance.PlanOp;

/**
 * An operation of a plan, as the judge has evaluated it.
 *
 * @param exposureTs weighted tube-seconds
 */
record Step(PlanOp op, double endSeconds, double exposureTs) {}
