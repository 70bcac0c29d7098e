package org.givre.plans.explain;

import java.util.Optional;

/** Judges alternatives for one question, as many as may be judged for it. */
final class Trials {
  /**
   * Operations that are judged for one question, in all its alternatives: 35 ms of one core for
   * 2,000 requests.
   */
  private static final int MOST_OPERATIONS = 8_000;

  /** Alternatives that are judged however large the plan is. */
  private static final int FEWEST_ALTERNATIVES = 8;

  private final Comparison comparison;
  private int left;

  Trials(Comparison comparison) {
    this.comparison = comparison;
    int operations = Math.max(1, comparison.plan().ops().size());
    left = Math.max(FEWEST_ALTERNATIVES, MOST_OPERATIONS / operations);
  }

  /** What a changed plan comes to; nothing once enough have been judged. */
  Optional<Alternative> judged(Trial trial) {
    if (left == 0) {
      return Optional.empty();
    }
    left--;
    return Optional.of(comparison.judged(trial.change(), comparison.timed(trial.reworked())));
  }

  /** A changed plan that has not been judged. */
  record Trial(Change change, Reworking reworked) {}
}
