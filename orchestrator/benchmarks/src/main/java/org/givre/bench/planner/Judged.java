package org.givre.bench.planner;

import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;

/**
 * What the judge says of a plan.
 *
 * @param seconds until it was there, by the clock of whoever asked
 */
record Judged(boolean isValid, double exposureTs, double compositeTs, double seconds) {

  /** Plans and judges; only the planning is timed. */
  static Judged of(RetrievalPlanner planner, Instance problem, long seed, StopCondition stop) {
    var start = System.nanoTime();
    var plan = planner.plan(problem, seed, stop).plan();
    var seconds = (System.nanoTime() - start) / 1e9;
    var verdict = PlanCheck.of(problem).judge(plan);
    return new Judged(
        verdict.isValid(), verdict.exposure().totalTs(), verdict.compositeTs(), seconds);
  }
}
