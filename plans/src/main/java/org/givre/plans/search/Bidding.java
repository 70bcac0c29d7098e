package org.givre.plans.search;

import java.util.Arrays;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.bound.StrongBound;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceSearch;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.ListOrder;
import org.givre.plans.search.model.Tube;
import org.jspecify.annotations.Nullable;

/**
 * Chooses all tubes at once from what requests bid for them while the {@link StrongBound} rises.
 * Where dozens of requests have tubes in one box, nobody gains by being the first to go there, nor
 * by leaving alone, so a search that moves a few at a time stays where it began; bids tell each
 * rack what all of them together would pay.
 */
final class Bidding {
  /**
   * Rounds of bids, and how many bids for single tubes, at most. With twice as many, a process that
   * has just started spent so much of its first second on L-201 that its plan was 0.4 % warmer.
   */
  private static final int MOST_ROUNDS = 50;

  private static final int MOST_BIDS = 50_000;

  /** Rounds between two choices: with fewer, bids say little. */
  private static final int ROUNDS_PER_CHOICE = 10;

  private final Instance instance;
  private final Assignment assignment;
  private final Allowance allowance;
  private final int choices;
  private int made;

  /** Made when first needed: not at all in large stores. */
  private @Nullable StrongBound bound;

  Bidding(Instance instance, Assignment assignment, Allowance allowance) {
    this.instance = instance;
    this.assignment = assignment;
    this.allowance = allowance;
    int named =
        Arrays.stream(assignment.problem().demands).mapToInt(d -> d.alternatives.length).sum();
    this.choices = Math.min(MOST_ROUNDS, MOST_BIDS / Math.max(1, named)) / ROUNDS_PER_CHOICE;
  }

  /**
   * Bids on and chooses anew. Requests that get nothing, or cannot have what they get, take what
   * adds least then. False, and nothing has changed, when there were bids enough.
   */
  boolean choose() {
    if (made == choices || bound().settled()) {
      return false;
    }
    made++;
    var bids = bound();
    long last = (long) made * ROUNDS_PER_CHOICE;
    while (bids.iterations() < last && !bids.settled() && !allowance.spent()) {
      bids.improve(
          StopCondition.afterIterations(bids.iterations() + 1), (iterations, tubeSeconds) -> {});
      allowance.use();
    }
    hand(bids);
    return true;
  }

  /** Compiled in the same order as the problem, so that both have the same indices. */
  private StrongBound bound() {
    var known = bound;
    if (known == null) {
      known = new StrongBound(ListOrder.byId(instance));
      bound = known;
    }
    return known;
  }

  private void hand(StrongBound bids) {
    var problem = assignment.problem();
    assignment.clear();
    for (var sale : bids.sales()) {
      take(problem.demands[sale.demand()], problem.tubes[sale.tube()]);
    }
    new ChoiceSearch(assignment).serveAll();
  }

  private void take(Demand demand, Tube tube) {
    if (assignment.isFree(demand, tube)
        && assignment.costOfAdding(demand, tube) < Double.POSITIVE_INFINITY) {
      assignment.add(demand, tube);
    }
  }
}
