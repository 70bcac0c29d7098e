package org.givre.plans.search;

import org.givre.plans.search.model.Problem;

/**
 * What a second of a lift is worth where tubes and lifts are chosen, round by round. Nothing at
 * first, so that the least exposure shows; then a share of what a second adds to the end of all. It
 * is halved whenever that costs more exposure than time may cost.
 */
final class LiftPricing {
  /**
   * Share of the makespan's price, spread over all pickers. Measured on the public instances: from
   * 0.12 to 0.5 the composite objective comes out alike and lower than with 0.
   */
  private static final double SHARE = 0.2;

  /** Rounds before lifts have a price. */
  private static final int FREE_ROUNDS = 3;

  /** Exposure above the least known that is given for time. Warmth comes first. */
  private static final double MOST_GIVEN = 8e-4;

  /**
   * Most that a second of a lift is worth, as a share of what the plan warms in a picker's second.
   * However dear time is, more than that would only take tubes that are too warm.
   */
  private static final double MOST_OF_WARMTH = 0.05;

  private final Problem problem;
  private double price;
  private int rounds;
  private double least = Double.POSITIVE_INFINITY;

  LiftPricing(Problem problem) {
    this.problem = problem;
  }

  /** Looks at a round's plan. */
  void learn(Draft draft) {
    rounds++;
    boolean warm = !allows(draft);
    if (draft.isValid()) {
      least = Math.min(least, draft.settledExposure());
    }
    if (rounds == FREE_ROUNDS) {
      price = first(draft);
    } else if (warm) {
      price /= 2;
    }
  }

  /** Plans of another kind follow: how warm others were says nothing about them. */
  void restart() {
    least = Double.POSITIVE_INFINITY;
  }

  private double first(Draft draft) {
    double seconds = Math.max(1, draft.schedule().figures().makespan() - problem.now);
    double ofTime = SHARE * problem.prices.makespanTubeSecondsPerSecond();
    double ofWarmth = MOST_OF_WARMTH * draft.settledExposure() / seconds;
    return Math.min(ofTime, ofWarmth) / Math.max(1, problem.pickers.length);
  }

  /** Whether a plan is about as cold as the coldest known. */
  boolean allows(Draft draft) {
    return draft.settledExposure() <= least * (1 + MOST_GIVEN);
  }

  /** What a second of a lift is worth in the next round, in weighted tube-seconds. */
  double price() {
    return price;
  }
}
