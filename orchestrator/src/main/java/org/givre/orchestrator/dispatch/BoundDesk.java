package org.givre.orchestrator.dispatch;

import akka.actor.typed.javadsl.ActorContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.givre.orchestrator.dispatch.DispatchCommand.BoundFailed;
import org.givre.orchestrator.dispatch.DispatchCommand.BoundFound;
import org.givre.orchestrator.dispatch.planning.AdoptedPlan;

/**
 * Knows what the last plan was reckoned on, and has a higher bound of it searched on the planner's
 * thread while no round needs that. A search that is cut short counts with what it has found.
 */
final class BoundDesk {
  private final DispatchSite site;
  private final ActorContext<DispatchCommand> context;

  /** The last plan that was made since the start: what it was reckoned on is not journalled. */
  private Optional<AdoptedPlan> reckoned = Optional.empty();

  private Optional<BoundSearch> begun = Optional.empty();

  BoundDesk(DispatchSite site, ActorContext<DispatchCommand> context) {
    this.site = site;
    this.context = context;
  }

  /** What a plan was reckoned on that is about to be adopted. */
  void reckoned(AdoptedPlan plan) {
    reckoned = Optional.of(plan);
  }

  /** What the adopted plan was reckoned on; empty where it was made before the start. */
  Optional<AdoptedPlan> reckoned(DispatchState state) {
    return reckoned.filter(plan -> plan.version() == state.version());
  }

  /** Has a higher bound of the adopted plan searched, unless nobody wants that. */
  void search(DispatchState state) {
    stop();
    if (!site.settings().planning().bound().isZero()) {
      reckoned(state).ifPresent(this::begin);
    }
  }

  private void begin(AdoptedPlan plan) {
    var search =
        new BoundSearch(plan, site.settings().planning().bound(), site.round().nanoClock());
    begun = Optional.of(search);
    var bound = CompletableFuture.supplyAsync(search::run, site.executor());
    context.pipeToSelf(
        bound,
        (found, failure) ->
            found == null
                ? new BoundFailed(plan.version(), failure)
                : new BoundFound(plan.version(), found));
  }

  /** The planner's thread is needed for something else. */
  void stop() {
    begun.ifPresent(BoundSearch::stop);
    begun = Optional.empty();
  }
}
