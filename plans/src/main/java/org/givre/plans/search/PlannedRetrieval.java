package org.givre.plans.search;

import java.util.List;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.model.StrandedReturn;
import org.givre.plans.search.schedule.Figures;

/**
 * What a planner found.
 *
 * @param plan valid for all that it serves
 * @param unplanned requests that no valid plan was found for, with the constraint in the way
 * @param stranded tubes that cannot go back into their racks
 * @param iterations how long it searched
 * @param predicted what the plan comes to, as the planner reckons it
 */
public record PlannedRetrieval(
    RetrievalPlan plan,
    List<Unplanned> unplanned,
    List<StrandedReturn> stranded,
    long iterations,
    Figures predicted) {
  public PlannedRetrieval {
    unplanned = List.copyOf(unplanned);
    stranded = List.copyOf(stranded);
  }

  /**
   * A request that was left out, or whose tube lies in a carrier and must break a limit.
   *
   * @param constraint violation kind of the exchange format, such as {@code max_out}
   * @param detail the best achievable figure against the allowed one
   */
  public record Unplanned(int request, String constraint, String detail) {}
}
