package org.givre.orchestrator.dispatch.planning;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.givre.plans.check.Verdict;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.PlannedRetrieval.Unplanned;
import org.givre.plans.store.TubeId;

/** What a round of planning came to. */
public sealed interface PlanningOutcome {
  /** The problem that was planned. */
  PlanningProblem problem();

  /** What judges had against plans that were not taken; empty as a rule. */
  List<String> complaints();

  /**
   * A plan that the judge has passed.
   *
   * @param served what of the problem the plan is valid for: without the requests that it leaves
   *     out, and without tubes that stay in their carriers
   * @param unplanned requests that it leaves out
   * @param stranded tubes in carriers that cannot go back into their racks, and stay
   * @param lowerBoundTubeSeconds no plan for the same requests can fall below
   * @param fifoTubeSeconds what first come, first served would cost, legal or not
   */
  record Passed(
      PlanningProblem problem,
      Instance served,
      RetrievalPlan plan,
      Verdict verdict,
      List<Unplanned> unplanned,
      SortedSet<TubeId> stranded,
      double lowerBoundTubeSeconds,
      double fifoTubeSeconds,
      List<String> complaints)
      implements PlanningOutcome {
    public Passed {
      unplanned = List.copyOf(unplanned);
      stranded = Collections.unmodifiableSortedSet(new TreeSet<>(stranded));
      complaints = List.copyOf(complaints);
    }
  }

  /** Another plan would save too little: the adopted one stays. */
  record Retained(Passed other) implements PlanningOutcome {
    @Override
    public PlanningProblem problem() {
      return other.problem();
    }

    @Override
    public List<String> complaints() {
      return other.complaints();
    }
  }

  /** Nothing was planned: the adopted plan does all that does not wait for company. */
  record Kept(PlanningProblem problem) implements PlanningOutcome {
    @Override
    public List<String> complaints() {
      return List.of();
    }
  }

  /** No plan was found that the judge would pass. */
  record Rejected(PlanningProblem problem, List<String> complaints) implements PlanningOutcome {
    public Rejected {
      complaints = List.copyOf(complaints);
    }
  }
}
