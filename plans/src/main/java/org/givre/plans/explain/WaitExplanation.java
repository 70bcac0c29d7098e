package org.givre.plans.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Why a job waits, and what it would cost to do it first.
 *
 * @param first number of the first operation for it: a lift, or the unload of a tube that is in a
 *     carrier already; absent where the plan does nothing for it
 * @param untilFirst what that waits for, from the beginning on
 * @param last number of the operation with its last delivery
 * @param untilLast what that waits for, from the beginning on
 * @param deliveredSeconds its last delivery
 * @param doneFirst the best plan in which it comes first; empty where nothing could be put first
 */
public record WaitExplanation(
    int job,
    OptionalInt first,
    List<Wait> untilFirst,
    OptionalInt last,
    List<Wait> untilLast,
    OptionalDouble deliveredSeconds,
    Optional<Alternative> doneFirst) {
  public WaitExplanation {
    untilFirst = List.copyOf(untilFirst);
    untilLast = List.copyOf(untilLast);
  }
}
