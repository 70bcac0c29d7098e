package org.givre.orchestrator.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;
import org.givre.plans.search.StopCondition;

/** A search for a higher bound of an adopted plan. It may be stopped from another thread. */
final class BoundSearch {
  private final AdoptedPlan plan;
  private final Duration limit;
  private final LongSupplier nanoClock;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** A search that takes up to {@code limit} from when it is run. */
  BoundSearch(AdoptedPlan plan, Duration limit, LongSupplier nanoClock) {
    this.plan = plan;
    this.limit = limit;
    this.nanoClock = nanoClock;
  }

  /** The planner's thread is needed: what was found by now is what there is. */
  void stop() {
    stopped.set(true);
  }

  /** The highest bound that it finds, in weighted tube-seconds. */
  double run() {
    var end = nanoClock.getAsLong() + limit.toNanos();
    StopCondition late = iterations -> nanoClock.getAsLong() - end >= 0;
    return plan.searchedBoundTubeSeconds(late.or(iterations -> stopped.get()));
  }
}
