package org.givre.plans.search;

import java.util.List;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.schedule.Figures;

/**
 * What a planner found.
 *
 * @param plan valid for all that it serves
 * @param unplanned requests that no valid plan was found for, with the constraint in the way
 * @param iterations how long it searched
 * @param predicted what the plan comes to, as the planner reckons it
 */
public record PlannedRetrieval(
    RetrievalPlan plan, List<Unplanned> unplanned, long iterations, Figures predicted) {
  public PlannedRetrieval {
    unplanned = List.copyOf(unplanned);
  }

  /**
   * A request that was left out, or whose tube lies in a carrier and must break a limit; or a tube
   * that cannot go back into its rack.
   *
   * @param request its id, or {@link #NO_REQUEST} for a tube that should go back
   * @param constraint violation kind of the exchange format, such as {@code max_out}
   * @param detail the best achievable figure against the allowed one
   */
  public record Unplanned(int request, String constraint, String detail) {
    /** Instead of a request, where the detail names a tube that should go back. */
    public static final int NO_REQUEST = -1;
  }
}
