package org.givre.orchestrator.dispatch.planning;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.company.WaitingWork;
import org.givre.plans.store.TubeId;

/**
 * A problem of which a part may wait for company.
 *
 * @param work the same as an instance, and who may wait
 * @param served requests that need no other plan; empty where the adopted plan cannot stay
 * @param planned tubes that the adopted plan is about to take
 * @param waiting what is left of the adopted plan
 */
public record CompanyQuestion(
    PlanningProblem problem,
    WaitingWork work,
    Optional<SortedSet<RequestKey>> served,
    SortedSet<TubeId> planned,
    WaitingPlan waiting) {
  public CompanyQuestion {
    served = served.map(keys -> Collections.unmodifiableSortedSet(new TreeSet<>(keys)));
    planned = Collections.unmodifiableSortedSet(new TreeSet<>(planned));
  }

  /** Whether the adopted plan does all that does not wait, and leaves what waits its tubes. */
  boolean isServed(PlanningProblem rest) {
    var kept = rest.waits().orElse(Waits.NONE).kept();
    return served.filter(keys -> keys.containsAll(rest.requests())).isPresent()
        && Collections.disjoint(kept, planned);
  }
}
