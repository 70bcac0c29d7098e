package org.givre.bench.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.check.Verdict;
import org.givre.plans.company.Company;
import org.givre.plans.company.CompanyDecision;
import org.givre.plans.company.CompanyTerms;
import org.givre.plans.company.Patience;
import org.givre.plans.company.WaitingWork;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.InstanceJob;
import org.givre.plans.instance.Request;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.WarmthPlanner;

/** A day replayed: plans at every arrival, and whenever something has waited for long enough. */
final class DayReplay {
  /** How long each plan is searched: little, and the same with company and without. */
  private static final int ITERATIONS = 300;

  /** From an arrival to the plan that has it; what comes meanwhile is planned with it. */
  private static final double PLANNING_SECONDS = 1;

  private final Instance day;
  private final Optional<Company> company;
  private final RetrievalPlanner planner = new WarmthPlanner();
  private final StoreCourse course;
  private final SortedSet<Integer> going = new TreeSet<>();
  private final SortedMap<Integer, Double> atOnce = new TreeMap<>();
  private double nextLimit = Double.POSITIVE_INFINITY;
  private long rounds;

  private DayReplay(Instance day, Optional<CompanyTerms> terms) {
    this.day = day;
    company = terms.map(given -> new Company(planner, given));
    course = new StoreCourse(day);
  }

  /** A day on which nothing waits. */
  static DayResult withoutCompany(Instance day) {
    return new DayReplay(day, Optional.empty()).result();
  }

  static DayResult of(Instance day, CompanyTerms terms) {
    return new DayReplay(day, Optional.of(terms)).result();
  }

  /** Whether the job may wait. */
  static boolean isPatient(InstanceJob job) {
    return job.priority() < Arrivals.URGENT && job.dueSeconds().orElse(0) > job.releaseSeconds();
  }

  private DayResult result() {
    var arrivals = day.jobs();
    int next = 0;
    while (next < arrivals.size() || nextLimit < Double.POSITIVE_INFINITY) {
      double at = nextLimit;
      if (next < arrivals.size()) {
        at = Math.min(at, arrivals.get(next).releaseSeconds());
      }
      while (next < arrivals.size()
          && arrivals.get(next).releaseSeconds() < at + PLANNING_SECONDS) {
        next++;
      }
      round(at + PLANNING_SECONDS);
    }
    course.advance(Double.POSITIVE_INFINITY);
    return new DayResult(day, verdict(), course.done(), atOnce);
  }

  private void round(double now) {
    course.advance(now);
    var waiting = course.waiting(now, now);
    var decision = company.map(c -> decide(c, waiting)).orElse(CompanyDecision.NONE);
    nextLimit = decision.nextSeconds().orElse(Double.POSITIVE_INFINITY);
    decision.atOnceTs().forEach(atOnce::putIfAbsent);
    var rest = decision.rest(waiting);
    going.clear();
    rest.requests().stream().map(Request::id).forEach(going::add);
    course.adopt(rest.jobs().isEmpty() ? List.of() : steps(rest));
    rounds++;
  }

  private CompanyDecision decide(Company with, Instance waiting) {
    var patience = new TreeMap<Integer, Patience>();
    for (var job : waiting.jobs()) {
      if (isPatient(job)) {
        double due = job.dueSeconds().orElseThrow();
        double until = Math.min(due, job.deadlineSeconds().orElse(due));
        patience.put(job.id(), new Patience(job.releaseSeconds(), until));
      }
    }
    var told = new TreeSet<>(atOnce.keySet());
    return with.decide(new WaitingWork(waiting, patience, going, told), rounds);
  }

  private List<Step> steps(Instance rest) {
    var stop = StopCondition.afterIterations(ITERATIONS);
    var found = planner.plan(rest, rounds, stop);
    var verdict = PlanCheck.of(rest).judge(found.plan());
    if (!verdict.isValid()) {
      throw new IllegalStateException(
          "At %s s a valid plan was expected, found %s; the day asks for too much"
              .formatted(rest.nowSeconds(), verdict.violations()));
    }
    var steps = new ArrayList<Step>();
    for (var op : verdict.ops()) {
      var planned = found.plan().ops().get(op.op());
      steps.add(new Step(planned, op.endSeconds(), op.exposure().totalTs()));
    }
    return steps;
  }

  private Verdict verdict() {
    var ops = course.done().stream().map(Step::op).toList();
    return PlanCheck.of(day).judge(new RetrievalPlan(Optional.empty(), "day", 0, ops));
  }
}
