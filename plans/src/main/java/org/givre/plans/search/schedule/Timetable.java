package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.search.model.Closures;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Motion;
import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Port;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.PutBack;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.rack.Visit;

/**
 * The store's state while operations are appended: each starts after whatever its picker, dewar,
 * rack or port did before. Times, carousel, re-cool, buffers and exposure are exact.
 */
public final class Timetable {
  private final Problem problem;
  private final PickerState[] pickers;
  private final double[] dewarFree;
  private final int[] dewarSlot;
  private final double[] rackReady;
  private final int[][] present;
  private final double[][] worn;
  private final PortQueue[] ports;
  private final double[] jobDelivered;
  private final List<PlanOp> ops = new ArrayList<>();
  private final List<Demand> late = new ArrayList<>();
  private final List<Demand> overworn = new ArrayList<>();
  private double exposure;

  public Timetable(Problem problem) {
    this.problem = problem;
    this.pickers = new PickerState[problem.pickers.length];
    Arrays.setAll(pickers, i -> new PickerState(problem, problem.pickers[i]));
    this.dewarFree = new double[problem.dewars.length];
    Arrays.fill(dewarFree, problem.now);
    this.dewarSlot = Arrays.stream(problem.dewars).mapToInt(d -> d.startSlot).toArray();
    this.rackReady = Arrays.stream(problem.racks).mapToDouble(r -> r.notBefore).toArray();
    this.present = new int[problem.racks.length][];
    Arrays.setAll(present, r -> problem.racks[r].boxTubes.clone());
    this.worn = new double[problem.racks.length][];
    Arrays.setAll(worn, r -> new double[problem.racks[r].levels + 1]);
    this.ports = new PortQueue[problem.ports.length];
    Arrays.setAll(ports, o -> new PortQueue(problem.ports[o]));
    this.jobDelivered = new double[problem.jobs.length];
    Arrays.fill(jobDelivered, Double.NEGATIVE_INFINITY);
    for (var putBack : problem.putBacks) {
      putBack.loads.forEach(load -> present[putBack.rack.index][load.level()]--);
    }
  }

  /** Where a picker is and what it carries. */
  PickerState picker(int index) {
    return pickers[index];
  }

  /** Seconds that the carousel must turn before {@code rack} can be lifted next. */
  double turnSeconds(Rack rack) {
    return rack.dewar.turnSeconds(dewarSlot[rack.dewar.index], rack.slot);
  }

  /** Earliest start of a lift by a picker that goes there right away. */
  double liftStart(PickerState state, Visit visit) {
    var dewar = visit.rack.dewar;
    double travel = state.picker.travelSeconds(state.x, state.y, dewar.x, dewar.y);
    double there = Math.max(state.free + travel, visit.release);
    return rackStart(state.picker, there, visit.rack, visit.motion);
  }

  /** Earliest start of a lift by a picker that unloads first. */
  double liftStart(Picker picker, Unloading.Stop stop, Visit visit) {
    var dewar = visit.rack.dewar;
    double travel = picker.travelSeconds(stop.port().x, stop.port().y, dewar.x, dewar.y);
    double there = Math.max(stop.end() + travel, visit.release);
    return rackStart(picker, there, visit.rack, visit.motion);
  }

  private double rackStart(Picker picker, double there, Rack rack, Motion motion) {
    int dewar = rack.dewar.index;
    double start = Math.max(there, Math.max(dewarFree[dewar], rackReady[rack.index]));
    double length = turnSeconds(rack) + problem.timing.gripSeconds() + motion.seconds;
    return Closures.firstOpening(rack.dewar.closures, picker.closures, start, length);
  }

  /** Appends a lift at its earliest start. */
  public void lift(int pickerIndex, Visit visit) {
    var state = pickers[pickerIndex];
    double start = liftStart(state, visit);
    double gripped = occupy(state, start, visit.rack, visit.motion);
    double transfer = problem.weights.transfer() * problem.timing.pickSeconds();
    var boxWorn = worn[visit.rack.index];
    for (int i = 0; i < visit.tubes.length; i++) {
      var tube = visit.tubes[i];
      double own = visit.motion.wornBefore[i] + transfer;
      exposure += own;
      present[visit.rack.index][tube.level]--;
      state.load.add(
          new Cargo(
              tube.id,
              visit.demands[i],
              gripped + visit.motion.dwellEnd[i],
              boxWorn[tube.level] + own,
              tube.budget,
              null,
              0));
    }
    wear(visit.rack, visit.motion);
    ops.add(
        new PlanOp.Lift(
            state.picker.id,
            start,
            OptionalInt.of(visit.rack.dewar.id),
            visit.rack.id,
            visit.mode,
            picks(visit)));
  }

  private static List<Pick> picks(Visit visit) {
    var picks = new ArrayList<Pick>(visit.tubes.length);
    for (int i = 0; i < visit.tubes.length; i++) {
      picks.add(new Pick(visit.demands[i].id, visit.tubes[i].id));
    }
    return picks;
  }

  /** Appends a lift that places returns. */
  public void place(PutBack putBack) {
    var state = pickers[putBack.picker.index];
    var rack = putBack.rack;
    var motion = putBack.motion;
    double there =
        state.free + state.picker.travelSeconds(state.x, state.y, rack.dewar.x, rack.dewar.y);
    double start = rackStart(state.picker, there, rack, motion);
    double gripped = occupy(state, start, rack, motion);
    double dwell = problem.timing.placeSeconds();
    wear(rack, motion);
    var places = new ArrayList<Placement>();
    for (int i = 0; i < putBack.loads.size(); i++) {
      var load = putBack.loads.get(i);
      double waited = gripped + motion.dwellEnd[i] - dwell - problem.now;
      exposure += problem.weights.carrier() * waited + problem.weights.transfer() * dwell;
      exposure += motion.wornAfter[i];
      present[rack.index][load.level()]++;
      state.load.removeIf(cargo -> cargo.tube() == load.tube());
      places.add(new Placement(load.tube(), load.level()));
    }
    ops.add(new PlanOp.Place(state.picker.id, start, rack.id, places));
  }

  /** Marks dewar, rack and picker busy; returns the moment the rack is gripped. */
  private double occupy(PickerState state, double start, Rack rack, Motion motion) {
    double gripped = start + turnSeconds(rack) + problem.timing.gripSeconds();
    double end = gripped + motion.seconds;
    int dewar = rack.dewar.index;
    dewarSlot[dewar] = rack.slot;
    dewarFree[dewar] = end;
    rackReady[rack.index] = end + rack.recoolRatio * motion.longestOut;
    state.moveTo(rack.dewar.x, rack.dewar.y, end);
    return gripped;
  }

  private void wear(Rack rack, Motion motion) {
    for (int level = 1; level <= rack.levels; level++) {
      exposure += motion.worn[level] * present[rack.index][level];
      worn[rack.index][level] += motion.worn[level];
    }
  }

  /** Earliest start of unloading {@code tubes} tubes at {@code port}. */
  double unloadStart(PickerState state, Port port, int tubes) {
    double there = state.free + state.picker.travelSeconds(state.x, state.y, port.x, port.y);
    return ports[port.index].firstStart(state.picker, there, tubes, unloadSeconds(tubes));
  }

  /** Seconds to dock and unload. */
  double unloadSeconds(int tubes) {
    return problem.timing.dockSeconds() + tubes * problem.timing.unloadSeconds();
  }

  /** Appends an unload of a part of the load, in the order given. */
  void unload(int pickerIndex, Port port, List<Cargo> cargo) {
    var state = pickers[pickerIndex];
    double start = unloadStart(state, port, cargo.size());
    double end = start + unloadSeconds(cargo.size());
    double at = start + problem.timing.dockSeconds();
    double portWorn = problem.weights.port() * problem.timing.unloadSeconds();
    var tubes = new ArrayList<Integer>();
    for (var each : cargo) {
      double carried = problem.weights.carrier() * (at - each.since());
      exposure += carried + portWorn;
      at += problem.timing.unloadSeconds();
      deliver(each, at, each.worn() + carried + portWorn);
      tubes.add(each.tube());
    }
    state.load.removeAll(cargo);
    state.moveTo(port.x, port.y, end);
    ports[port.index].unload(start, end, cargo.size());
    ops.add(new PlanOp.Unload(state.picker.id, start, port.id, tubes));
  }

  private void deliver(Cargo cargo, double at, double wornInAll) {
    var demand = cargo.demand();
    if (demand == null) {
      return;
    }
    int job = demand.job.index;
    jobDelivered[job] = Math.max(jobDelivered[job], at);
    if (at > demand.job.deadline) {
      late.add(demand);
    }
    if (wornInAll > cargo.budget()) {
      overworn.add(demand);
    }
  }

  /** The timetable as it stands; {@code left} are the requests it does not serve. */
  public Schedule finish(List<Demand> left) {
    double makespan = 0;
    double tardiness = 0;
    for (var job : problem.jobs) {
      double delivered = jobDelivered[job.index];
      if (delivered > Double.NEGATIVE_INFINITY) {
        makespan = Math.max(makespan, delivered);
        tardiness += job.priority * Math.max(0, delivered - job.due);
      }
    }
    var figures = new Figures(exposure, makespan, tardiness);
    return new Schedule(ops, figures, late, overworn, left);
  }
}
