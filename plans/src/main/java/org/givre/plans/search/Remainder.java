package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.ChoiceSearch;
import org.givre.plans.search.model.ById;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.Itinerary;
import org.givre.plans.search.schedule.Itinerary.Manner;
import org.givre.plans.search.schedule.Itinerary.Stop;
import org.givre.plans.search.schedule.Objective;
import org.givre.plans.search.schedule.Routes;
import org.givre.plans.search.schedule.Timetable;
import org.givre.plans.search.schedule.Work;

/**
 * What is left of a plan in a problem that has changed since: its choice of tubes, its lifts and
 * their order, as far as they still make sense. A rack that gets another pick, or loses one, is
 * divided anew.
 */
final class Remainder {
  private final Problem problem;
  private final ById<Demand> demands;
  private final ById<Rack> racks;
  private final ById<Picker> pickers;
  private final List<Lift> lifts = new ArrayList<>();
  private final List<Stop> stops = new ArrayList<>();
  private final Map<Picker, Integer> lastOfPicker = new HashMap<>();
  private final Map<Integer, Integer> unloadingFirst = new TreeMap<>();
  private Work work;
  private Routes routes;

  /** A lift that is left, with what is left of its picks. */
  private record Lift(Rack rack, LiftMode mode, List<Taken> picks) {}

  Remainder(Problem problem, RetrievalPlan plan) {
    this.problem = problem;
    this.work = new Work(problem, List.of());
    this.routes = Routes.following(work, Itinerary.NONE, new double[problem.jobs.length]);
    this.demands = ById.of(problem.demands, demand -> demand.id);
    this.racks = ById.of(problem.racks, rack -> rack.id);
    this.pickers = ById.of(problem.pickers, picker -> picker.id);
    read(plan);
  }

  private void read(RetrievalPlan plan) {
    var liftsOfRack = new int[problem.racks.length];
    for (var op : inOrder(plan)) {
      var picker = pickers.get(op.picker());
      var rack = op instanceof PlanOp.Place place ? racks.get(place.rack()) : null;
      if (picker != null && op instanceof PlanOp.Lift lift) {
        lift(lift, picker, liftsOfRack);
      } else if (picker != null && rack != null) {
        place(picker, rack);
      } else if (picker != null && op instanceof PlanOp.Unload unload) {
        unload(picker, unload.port());
      }
    }
  }

  private static List<PlanOp> inOrder(RetrievalPlan plan) {
    var ops = new ArrayList<>(plan.ops());
    ops.sort(Comparator.comparingDouble(PlanOp::startSeconds));
    return ops;
  }

  private void lift(PlanOp.Lift op, Picker picker, int[] liftsOfRack) {
    var rack = racks.get(op.rack());
    if (rack == null) {
      return;
    }
    var picks = new ArrayList<Taken>();
    for (var pick : op.picks()) {
      var demand = demands.get(pick.request());
      var tube = demand == null || demand.carried ? null : demand.alternative(pick.tube());
      if (demand != null && tube != null && tube.rack == rack) {
        picks.add(new Taken(demand, tube));
      }
    }
    if (!picks.isEmpty()) {
      lastOfPicker.put(picker, stops.size());
      stops.add(new Stop(picker.index, rack.index, false, liftsOfRack[rack.index]++, Manner.USUAL));
      lifts.add(new Lift(rack, op.mode(), picks));
    }
  }

  private void place(Picker picker, Rack rack) {
    long before =
        stops.stream()
            .filter(s -> s.places() && s.picker() == picker.index && s.rack() == rack.index)
            .count();
    lastOfPicker.put(picker, stops.size());
    stops.add(new Stop(picker.index, rack.index, true, (int) before, Manner.USUAL));
  }

  private void unload(Picker picker, int portId) {
    var last = lastOfPicker.get(picker);
    if (last == null) {
      unloadingFirst.putIfAbsent(picker.index, port(portId));
    } else {
      stops.set(last, stops.get(last).unloading(port(portId)));
    }
  }

  private int port(int id) {
    return Arrays.stream(problem.ports)
        .filter(port -> port.id == id)
        .mapToInt(port -> port.index)
        .findFirst()
        .orElse(Work.NONE);
  }

  /** Takes what the plan takes, and what else is wanted, and gives it times. */
  Timetable follow(Assignment assignment) {
    var picks = new TreeMap<Integer, List<Taken>>();
    for (var lift : lifts) {
      picks.computeIfAbsent(lift.rack.index, rack -> new ArrayList<>()).addAll(lift.picks);
    }
    picks.forEach((rack, taken) -> assignment.addTogether(problem.racks[rack], taken));
    if (!assignment.servesAll()) {
      new ChoiceSearch(assignment).serveAll();
    }
    work = new Work(problem, visits(assignment));
    var itinerary = new Itinerary(stops, unloadingFirst);
    routes = Routes.following(work, itinerary, Guidance.usual(problem).unloadingUrgency(problem));
    return routes.times(work);
  }

  /** What {@link #follow} has made. */
  Draft draft(Assignment assignment, Timetable timetable) {
    double cost = new Objective(work).of(timetable);
    var prices = Hurry.expected(problem);
    return new Draft(assignment.choices(), prices, work, routes, cost);
  }

  /** The lifts that take what was chosen; those of the plan where nothing has changed. */
  private List<Visit> visits(Assignment assignment) {
    int[] standing = new int[problem.racks.length];
    int[] planned = new int[problem.racks.length];
    List<List<Visit>> known = new ArrayList<>();
    for (int rack = 0; rack < problem.racks.length; rack++) {
      known.add(new ArrayList<>());
    }
    for (var lift : lifts) {
      int rack = lift.rack.index;
      known.get(rack).add(visit(lift));
      planned[rack] += lift.picks.size();
      for (var pick : lift.picks) {
        standing[rack] += stands(assignment, pick) ? 1 : 0;
      }
    }
    return assignment.visits(
        rack -> {
          boolean same =
              standing[rack.index] == planned[rack.index]
                  && planned[rack.index] == assignment.roster().size(rack);
          return same ? known.get(rack.index) : List.of();
        });
  }

  private static boolean stands(Assignment assignment, Taken pick) {
    return assignment.chosen(pick.demand()) == pick.tube();
  }

  private Visit visit(Lift lift) {
    return lift.mode == LiftMode.PARK
        ? Visit.parked(problem.timing, lift.picks)
        : Visit.held(problem.timing, lift.picks);
  }
}
