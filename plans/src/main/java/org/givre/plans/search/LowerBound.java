package org.givre.plans.search;

import org.givre.plans.instance.Instance;
import org.givre.plans.search.bound.CheapBound;

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
}
