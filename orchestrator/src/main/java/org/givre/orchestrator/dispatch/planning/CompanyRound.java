package org.givre.orchestrator.dispatch.planning;

import java.time.Duration;
import org.givre.plans.company.Company;

/** Decides what of a problem waits for company, and has the rest planned. */
public record CompanyRound(Company company, PlanningRound round) {
  /** Takes about {@code budget}, and as long as a first plan needs. */
  public PlanningOutcome run(CompanyQuestion question, long seed, Duration budget) {
    var start = round.nanoClock().getAsLong();
    var rest = question.problem().with(company.decide(question.work(), seed));
    if (question.isServed(rest)) {
      return new PlanningOutcome.Kept(rest);
    }
    var left = budget.minusNanos(round.nanoClock().getAsLong() - start);
    return round.run(rest, question.waiting(), seed, left.isNegative() ? Duration.ZERO : left);
  }
}
