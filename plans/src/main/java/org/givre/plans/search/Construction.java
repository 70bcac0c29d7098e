package org.givre.plans.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceSearch;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.choice.Obstacles.Refusal;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.LiftGroups;
import org.givre.plans.search.rack.RackVisits;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.schedule.Dispatch;
import org.givre.plans.search.schedule.Schedule;

/** Builds the first plan, and gives up requests until what is left breaks no limit. */
final class Construction {
  private final Problem problem;
  private final LiftGroups groups;
  private final Assignment assignment;
  private final Obstacles obstacles;

  Construction(Problem problem) {
    this.problem = problem;
    this.groups = new LiftGroups(problem);
    this.assignment = new Assignment(problem, groups);
    this.obstacles = new Obstacles(problem);
  }

  /** A schedule that breaks nothing but what a carried tube breaks by itself. */
  Schedule schedule() {
    while (true) {
      new ChoiceSearch(assignment, obstacles).construct();
      var schedule = Dispatch.of(problem, visits());
      if (!schedule.late().isEmpty() && separateUrgent()) {
        schedule = Dispatch.of(problem, visits());
      }
      if (!giveUp(schedule)) {
        return schedule;
      }
    }
  }

  /** Requests that it does not serve. */
  List<Refusal> refusals() {
    var refusals = new ArrayList<Refusal>();
    for (var demand : problem.demands) {
      if (!demand.carried && assignment.chosen(demand) == null) {
        refusals.add(obstacles.reason(demand, assignment));
      }
    }
    return refusals;
  }

  private List<List<Visit>> visits() {
    var rackVisits = new RackVisits(problem, groups);
    var visits = new ArrayList<List<Visit>>();
    for (var rack : problem.racks) {
      visits.add(rackVisits.of(rack, assignment.picks(rack)));
    }
    return visits;
  }

  /** Gives jobs with a deadline lifts of their own; false when they have them already. */
  private boolean separateUrgent() {
    boolean changed = false;
    for (var rack : problem.racks) {
      if (!groups.urgentApart(rack)) {
        changed = true;
        groups.setUrgentApart(rack, true);
        if (!assignment.regroup(rack)) {
          groups.setUrgentApart(rack, false);
          assignment.regroup(rack);
        }
      }
    }
    return changed;
  }

  /** Whether anything had to be given up. */
  private boolean giveUp(Schedule schedule) {
    boolean gaveUp = false;
    for (var demand : schedule.late()) {
      gaveUp |= drop(demand, "deadline", deadline(demand));
    }
    for (var demand : schedule.left()) {
      gaveUp |= drop(demand, "reach", "no picker could fetch and deliver it");
    }
    for (var demand : schedule.overworn()) {
      var tube = assignment.chosen(demand);
      if (tube != null) {
        var why =
            new Refusal(demand, "budget", "tube " + tube.id + " would get more than its budget");
        assignment.remove(demand);
        obstacles.forbid(demand, tube, why);
        gaveUp = true;
      }
    }
    return gaveUp;
  }

  private static String deadline(Demand demand) {
    return String.format(Locale.ROOT, "cannot be delivered before %.1f s", demand.job.deadline);
  }

  private boolean drop(Demand demand, String constraint, String detail) {
    if (assignment.chosen(demand) == null) {
      return false;
    }
    assignment.remove(demand);
    obstacles.drop(demand, new Refusal(demand, constraint, detail));
    return true;
  }
}
