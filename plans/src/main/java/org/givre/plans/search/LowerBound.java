package org.givre.plans.search;

import org.givre.plans.instance.Instance;
import org.givre.plans.search.bound.CheapBound;
import org.givre.plans.search.bound.StrongBound;

/** What no valid plan's exposure can fall below, in weighted tube-seconds. */
public final class LowerBound {
  private LowerBound() {}

  /**
   * A bound in one pass over the alternatives, milliseconds for 20,000 requests: each request pays
   * the least that any of its tubes could cost if everything else in that rack were picked with it.
   */
  public static double cheap(Instance instance) {
    return new CheapBound(instance).tubeSeconds();
  }

  /**
   * The strong bound, seldom more than 0.5 % below the best plan where no deadlines press: seconds
   * for 2,000 requests. Never below the cheap one.
   *
   * @param stop counts the prices that were tried
   */
  public static double strong(Instance instance, StopCondition stop) {
    var bound = new StrongBound(instance);
    bound.improve(stop, (iterations, tubeSeconds) -> {});
    return bound.tubeSeconds();
  }
}
