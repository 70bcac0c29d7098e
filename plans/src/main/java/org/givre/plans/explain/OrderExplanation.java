package org.givre.plans.explain;

import java.util.List;

/**
 * Why one lift is done before another.
 *
 * @param earlier number of the lift that starts first
 * @param later number of the other
 * @param instead what it would come to if the later one came first: what breaks nothing first, then
 *     what costs least; empty where neither waits for the other, whatever their order
 */
public record OrderExplanation(int earlier, int later, List<Alternative> instead) {
  public OrderExplanation {
    instead = List.copyOf(instead);
  }
}
