package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.givre.plans.check.PlanCheck;
import org.givre.plans.instance.Instance;
import org.givre.plans.instance.LiftMode;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.instance.RetrievalPlan;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.rack.Visit.Taken;

/**
 * The least exposure of all plans of a tiny instance with one picker and one port, found by trying
 * every order of every division into lifts, held and parked, with an unloading after each lift or
 * not. Of a box, the tube with the least budget is picked first. Every operation starts as early as
 * it may; the judge says what each plan costs.
 */
public final class EveryPlan {
  private final Instance instance;
  private final Problem problem;
  private final PlanCheck check;
  private final List<PlanOp> ops = new ArrayList<>();
  private final List<Integer> carried = new ArrayList<>();
  private final boolean[] served;
  private double least = Double.POSITIVE_INFINITY;
  private int tried;

  private EveryPlan(Instance instance) {
    this.instance = instance;
    this.problem = Problem.of(instance);
    this.check = PlanCheck.of(instance);
    this.served = new boolean[problem.demands.length];
  }

  /** What was found: infinite where no plan is valid. */
  public record Outcome(double leastExposure, int plans) {}

  public static Outcome of(Instance instance) {
    var every = new EveryPlan(instance);
    every.tryFrom(new State(0, false, 0, List.of(0.0, 0.0, 0.0, 0.0), every.startSlots()));
    return new Outcome(every.least, every.tried);
  }

  /** Where the picker is when, and from when each rack may be lifted. */
  private record State(
      double clock, boolean atPort, int dewar, List<Double> ready, List<Integer> slots) {}

  private List<Integer> startSlots() {
    return List.of(problem.dewars[0].startSlot, problem.dewars[1].startSlot);
  }

  private void tryFrom(State state) {
    if (allServed() && carried.isEmpty()) {
      tried++;
      var verdict = check.judge(new RetrievalPlan(Optional.of(instance.name()), "", 0, ops));
      if (verdict.isValid()) {
        least = Math.min(least, verdict.exposure().totalTs());
      }
      return;
    }
    for (var rack : problem.racks) {
      tryLifts(state, rack, 0, new ArrayList<>());
    }
    if (!carried.isEmpty()) {
      unload(state);
    }
  }

  private boolean allServed() {
    for (boolean one : served) {
      if (!one) {
        return false;
      }
    }
    return true;
  }

  /** Extends the picks of a lift of {@code rack} by those of {@code demand} and later ones. */
  private void tryLifts(State state, Rack rack, int demand, List<Taken> picks) {
    if (demand == served.length) {
      if (!picks.isEmpty() && carried.size() + picks.size() <= problem.pickers[0].carrierTubes) {
        lift(state, picks);
      }
      return;
    }
    tryLifts(state, rack, demand + 1, picks);
    for (var tube : problem.demands[demand].alternatives) {
      boolean free = picks.stream().noneMatch(pick -> pick.tube() == tube);
      if (!served[demand] && tube.rack == rack && free) {
        picks.add(new Taken(problem.demands[demand], tube));
        tryLifts(state, rack, demand + 1, picks);
        picks.remove(picks.size() - 1);
      }
    }
  }

  private void lift(State state, List<Taken> picks) {
    var rising = new ArrayList<>(picks);
    rising.sort(
        Comparator.<Taken>comparingInt(pick -> pick.tube().level)
            .thenComparingDouble(pick -> pick.tube().budget));
    int level = rising.get(0).tube().level;
    after(state, Visit.held(problem.timing, rising));
    if (rising.get(0).tube().rack.dewar.parks
        && rising.stream().allMatch(pick -> pick.tube().level == level)) {
      after(state, Visit.parked(problem.timing, rising));
    }
  }

  private void after(State state, Visit visit) {
    var rack = visit.rack;
    double start = Math.max(state.clock + travel(state, rack), state.ready.get(rack.index));
    double turn = rack.dewar.turnSeconds(state.slots.get(rack.dewar.index), rack.slot);
    double end = start + visit.seconds(problem.timing, turn);
    var ready = new ArrayList<>(state.ready);
    ready.set(rack.index, end + rack.recoolRatio * visit.motion.longestOut);
    var slots = new ArrayList<>(state.slots);
    slots.set(rack.dewar.index, rack.slot);
    var picks = new ArrayList<Pick>();
    for (int i = 0; i < visit.size(); i++) {
      picks.add(new Pick(visit.demands[i].id, visit.tubes[i].id));
      served[visit.demands[i].index] = true;
      carried.add(visit.tubes[i].id);
    }
    LiftMode mode = visit.mode;
    ops.add(new PlanOp.Lift(0, start, OptionalInt.empty(), rack.id, mode, picks));
    tryFrom(new State(end, false, rack.dewar.index, ready, slots));
    ops.remove(ops.size() - 1);
    for (var demand : visit.demands) {
      served[demand.index] = false;
      carried.remove(carried.size() - 1);
    }
  }

  private double travel(State state, Rack rack) {
    var picker = problem.pickers[0];
    double x = state.clock == 0 ? picker.x : problem.dewars[state.dewar].x;
    double y = state.clock == 0 ? picker.y : problem.dewars[state.dewar].y;
    if (state.atPort) {
      x = problem.ports[0].x;
      y = problem.ports[0].y;
    }
    return picker.travelSeconds(x, y, rack.dewar.x, rack.dewar.y);
  }

  private void unload(State state) {
    var dewar = problem.dewars[state.dewar];
    var port = problem.ports[0];
    double start = state.clock + problem.pickers[0].travelSeconds(dewar.x, dewar.y, port.x, port.y);
    var tubes = List.copyOf(carried);
    double unloading = problem.timing.unloadSeconds() * tubes.size();
    double end = start + problem.timing.dockSeconds() + unloading;
    ops.add(new PlanOp.Unload(0, start, 0, tubes));
    carried.clear();
    tryFrom(new State(end, true, state.dewar, state.ready, state.slots));
    carried.addAll(tubes);
    ops.remove(ops.size() - 1);
  }
}
