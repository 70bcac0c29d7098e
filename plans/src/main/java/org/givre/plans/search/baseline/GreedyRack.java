package org.givre.plans.search.baseline;

import java.util.ArrayList;
import java.util.List;
import org.givre.plans.instance.Instance;
import org.givre.plans.search.PlannedRetrieval;
import org.givre.plans.search.RetrievalPlanner;
import org.givre.plans.search.StopCondition;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;
import org.givre.plans.search.schedule.Dispatch;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Work;

/**
 * All jobs pooled, the fewest lifts per rack, nearest startable rack next: {@code greedy-rack}. Its
 * exposure differs from the published figures only by how long tubes are carried.
 */
public final class GreedyRack implements RetrievalPlanner {
  @Override
  public PlannedRetrieval plan(Instance instance, long seed, StopCondition stop) {
    var problem = Problem.of(instance);
    var listed = new FirstListed(problem);
    List<List<Taken>> byRack = new ArrayList<>();
    for (int rack = 0; rack < problem.racks.length; rack++) {
      byRack.add(new ArrayList<>());
    }
    for (var picks : listed.byJob()) {
      picks.forEach(p -> byRack.get(p.tube().rack.index).add(p));
    }
    var visits = new ArrayList<Visit>();
    for (var picks : byRack) {
      visits.addAll(picks.isEmpty() ? List.of() : HeldLifts.of(problem, picks));
    }
    var timetable = new Dispatch(new Work(problem, visits)).run(Guidance.none(problem));
    var schedule = Schedule.of(timetable).without(listed.without());
    return BaselinePlan.of(problem, schedule, "greedy-rack");
  }
}
