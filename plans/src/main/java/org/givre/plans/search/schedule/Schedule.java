package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.givre.plans.instance.Pick;
import org.givre.plans.instance.Placement;
import org.givre.plans.instance.PlanOp;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Load;

/**
 * A timetable written down: operations, figures, and the requests it fails.
 *
 * @param late requests delivered after their deadline
 * @param overworn requests whose tube gets more than its budget
 * @param left requests that no picker fetched or delivered
 * @param overwornReturns tubes that go back and get more than their budget
 */
public record Schedule(
    List<PlanOp> ops,
    Figures figures,
    List<Miss> late,
    List<Miss> overworn,
    List<Demand> left,
    List<OverwornReturn> overwornReturns) {
  public Schedule {
    ops = List.copyOf(ops);
    late = List.copyOf(late);
    overworn = List.copyOf(overworn);
    left = List.copyOf(left);
    overwornReturns = List.copyOf(overwornReturns);
  }

  /**
   * A request that breaks its limit.
   *
   * @param tube id of the tube that serves it
   * @param reached when it is delivered, or what its tube gets; seconds
   * @param allowed the deadline, or what the tube may get; seconds
   */
  public record Miss(Demand demand, int tube, double reached, double allowed) {
    /** Seconds beyond the limit. */
    public double beyond() {
      return reached - allowed;
    }
  }

  /** A tube that goes back, and the weighted seconds that it gets and may get. */
  public record OverwornReturn(int tube, double reached, double allowed) {}

  /** Writes a timetable down. */
  public static Schedule of(Timetable timetable) {
    var late = new ArrayList<Miss>();
    var overworn = new ArrayList<Miss>();
    var left = new ArrayList<Demand>();
    var work = timetable.work;
    for (int parcel = 0; parcel < work.parcels.demand.length; parcel++) {
      int index = work.parcels.demand[parcel];
      if (index == Work.NONE) {
        continue;
      }
      var demand = work.problem.demands[index];
      var outcome = timetable.outcome;
      int tube = work.parcels.tube[parcel];
      if (!outcome.delivered(parcel)) {
        left.add(demand);
      } else if (outcome.late(parcel)) {
        late.add(new Miss(demand, tube, outcome.deliveredAt(parcel), demand.job.deadline));
      } else if (outcome.overworn(parcel)) {
        overworn.add(new Miss(demand, tube, outcome.worn(parcel), work.parcels.budget[parcel]));
      }
    }
    var figures = timetable.outcome.figures();
    return new Schedule(ops(timetable), figures, late, overworn, left, overwornReturns(timetable));
  }

  private static List<OverwornReturn> overwornReturns(Timetable timetable) {
    var outcome = timetable.outcome;
    var parcels = timetable.work.parcels;
    return Arrays.stream(parcels.placed)
        .flatMapToInt(Arrays::stream)
        .filter(outcome::overworn)
        .mapToObj(p -> new OverwornReturn(parcels.tube[p], outcome.worn(p), parcels.budget[p]))
        .toList();
  }

  /** The same schedule, with more requests named that it does not serve. */
  public Schedule without(List<Demand> more) {
    var all = new ArrayList<>(left);
    all.addAll(more);
    return new Schedule(ops, figures, late, overworn, all, overwornReturns);
  }

  private static List<PlanOp> ops(Timetable timetable) {
    var log = timetable.log;
    var ops = new ArrayList<PlanOp>(log.size);
    for (int op = 0; op < log.size; op++) {
      int picker = timetable.work.problem.pickers[log.picker[op]].id;
      double start = log.start[op];
      ops.add(
          switch (log.kind[op]) {
            case OpLog.LIFT -> lift(timetable.work, picker, start, log.subject[op]);
            case OpLog.PLACE -> place(timetable.work, picker, start, log.subject[op]);
            default -> unload(timetable, picker, op);
          });
    }
    return ops;
  }

  private static PlanOp lift(Work work, int picker, double start, int v) {
    var visit = work.visits[v];
    var picks = new ArrayList<Pick>(visit.size());
    for (int i = 0; i < visit.size(); i++) {
      picks.add(new Pick(visit.demands[i].id, visit.tubes[i].id));
    }
    var dewar = OptionalInt.of(visit.rack.dewar.id);
    return new PlanOp.Lift(picker, start, dewar, visit.rack.id, visit.mode, picks);
  }

  private static PlanOp place(Work work, int picker, double start, int index) {
    var putBack = work.problem.putBacks[index];
    var places = new ArrayList<Placement>();
    for (Load load : putBack.loads) {
      places.add(new Placement(load.tube(), load.level()));
    }
    return new PlanOp.Place(picker, start, putBack.rack.id, places);
  }

  private static PlanOp unload(Timetable timetable, int picker, int op) {
    var log = timetable.log;
    var tubes = new ArrayList<Integer>();
    int from = op == 0 ? 0 : log.unloadedEnd[op - 1];
    for (int i = from; i < log.unloadedEnd[op]; i++) {
      tubes.add(timetable.work.parcels.tube[log.unloaded[i]]);
    }
    int port = timetable.work.problem.ports[log.subject[op]].id;
    return new PlanOp.Unload(picker, log.start[op], port, tubes);
  }
}
