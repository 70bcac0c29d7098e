package org.givre.plans.company;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.search.RetrievalPlanner;

/**
 * Decides which of the work that may wait goes now and which waits for company. Makes up to three
 * plans of what waits: some tens of milliseconds for 2,000 requests. Deterministic, and safe for
 * any thread if the planner is.
 */
public final class Company {
  private final RetrievalPlanner planner;
  private final CompanyTerms terms;

  public Company(RetrievalPlanner planner, CompanyTerms terms) {
    this.planner = planner;
    this.terms = terms;
  }

  /**
   * Decides for all of {@code work}. What the planner cannot serve does not wait: whoever plans the
   * rest says why.
   */
  public CompanyDecision decide(WaitingWork work, long seed) {
    if (work.patience().isEmpty()) {
      return CompanyDecision.NONE;
    }
    var together = QuickPlan.searched(planner, work.instance(), seed);
    var until = new Limits(work, terms).until(together);
    if (!until.isEmpty()) {
      until.keySet().removeAll(guests(work, together, until.keySet(), seed));
    }
    return until.isEmpty()
        ? CompanyDecision.NONE
        : new CompanyDecision(
            until,
            together.tubes(until.keySet()),
            atOnce(work, until.keySet(), seed),
            together.shares(work.jobsOf(until.keySet())));
  }

  /** Those that go along; none where somebody might be late because of them. */
  private Set<Integer> guests(
      WaitingWork work, QuickPlan together, Set<Integer> waiting, long seed) {
    var costs = new RackCosts(work.instance());
    var guests = new TreeSet<Integer>();
    for (var lift : together.lifts()) {
      guests.addAll(new LiftParty(costs, lift, waiting, terms.share()).joining());
    }
    if (guests.isEmpty()) {
      return guests;
    }
    var staying = new TreeSet<>(waiting);
    staying.removeAll(guests);
    var withGuests = QuickPlan.first(planner, work.instance().without(staying), seed);
    return withGuests.isPunctual() ? guests : Set.of();
  }

  /** What jobs that wait for the first time would get if they went with those that go. */
  private SortedMap<Integer, Double> atOnce(WaitingWork work, Set<Integer> waiting, long seed) {
    var fresh = work.jobsOf(waiting);
    fresh.removeAll(work.told());
    if (fresh.isEmpty()) {
      return new TreeMap<>();
    }
    var others = new TreeSet<>(waiting);
    work.instance().jobs().stream()
        .filter(job -> fresh.contains(job.id()))
        .flatMap(job -> job.requests().stream())
        .forEach(request -> others.remove(request.id()));
    return QuickPlan.searched(planner, work.instance().without(others), seed).shares(fresh);
  }
}
