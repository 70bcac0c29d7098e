package org.givre.plans.search.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;
import org.givre.plans.search.schedule.Rounds;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Work;

/**
 * Jobs by release, requests as listed, by the picker that is free first; all carriers are emptied
 * after each job at the port nearest to where they are.
 *
 * <p>Exposure is within 0.01 % of the figures published with the public instances. What is left
 * comes from the carrier: the published policy does not say how it counts "the least work so far",
 * and who fetches a tube decides how long it is carried.
 */
public final class FirstComeFirstServed implements RetrievalPlanner {
  private final boolean grouped;

  private FirstComeFirstServed(boolean grouped) {
    this.grouped = grouped;
  }

  /** {@code fifo}: one held lift per tube. */
  public static FirstComeFirstServed oneLiftPerTube() {
    return new FirstComeFirstServed(false);
  }

  /** {@code fifo-grouped}: one held lift per rack within a job, as far as a carrier holds. */
  public static FirstComeFirstServed oneLiftPerRackAndJob() {
    return new FirstComeFirstServed(true);
  }

  @Override
  public PlannedRetrieval plan(Instance instance, long seed, StopCondition stop) {
    var problem = Problem.of(instance);
    var listed = new FirstListed(problem);
    var jobs = listed.byJob().stream().map(picks -> visits(problem, picks)).toList();
    var work = new Work(problem, jobs.stream().flatMap(List::stream).toList());
    var rounds = new Rounds(work);
    int visit = 0;
    for (var job : jobs) {
      for (int last = visit + job.size(); visit < last; visit++) {
        rounds.lift(visit);
      }
      rounds.unloadAll();
    }
    var schedule = Schedule.of(rounds.timetable()).without(listed.without());
    return BaselinePlan.of(problem, schedule, grouped ? "fifo-grouped" : "fifo");
  }

  private List<Visit> visits(Problem problem, List<Taken> picks) {
    if (!grouped) {
      return picks.stream().map(p -> Visit.held(problem.timing, List.of(p))).toList();
    }
    var byRack = new LinkedHashMap<Rack, List<Taken>>();
    picks.forEach(p -> byRack.computeIfAbsent(p.tube().rack, r -> new ArrayList<>()).add(p));
    return byRack.values().stream().flatMap(own -> HeldLifts.of(problem, own).stream()).toList();
  }
}
