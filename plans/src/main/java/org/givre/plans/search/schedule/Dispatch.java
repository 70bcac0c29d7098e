package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;

/**
 * List scheduling: of all pickers that have something to do, the one free first does next what
 * keeps it waiting least, less what the guidance makes of its urgency. A carrier is emptied when
 * the next lift does not fit, when nothing is left to fetch, when a deadline presses, or when there
 * is time for it anyway. Returns are placed before all else: they give room in carriers, and the
 * racks' costs count them as there.
 */
public final class Dispatch {
  private final Work work;
  private final Problem problem;
  private final Timetable timetable;
  private final Queues queues;
  private final Unloading unloading;
  private final boolean[] idle;
  private final boolean[] unloadsNow;

  /** The best candidate of the step under way. */
  private int next;

  private double nextStart;
  private double nextCost;

  public Dispatch(Work work) {
    this.work = work;
    this.problem = work.problem;
    this.timetable = new Timetable(work);
    this.queues = new Queues(work);
    this.unloading = new Unloading(timetable);
    this.idle = new boolean[problem.pickers.length];
    this.unloadsNow = new boolean[problem.pickers.length];
  }

  /** Schedules everything that can be; the timetable is good until the next call. */
  public Timetable run(Guidance guidance) {
    timetable.clear();
    queues.fill(guidance);
    unloading.rank(guidance);
    for (int putBack = 0; putBack < problem.putBacks.length; putBack++) {
      timetable.place(putBack);
    }
    Arrays.fill(idle, false);
    Arrays.fill(unloadsNow, false);
    for (int picker = earliest(); picker != Work.NONE; picker = earliest()) {
      if (act(timetable.carriers[picker], guidance)) {
        Arrays.fill(idle, false);
      } else {
        idle[picker] = true;
      }
    }
    return timetable;
  }

  private int earliest() {
    int first = Work.NONE;
    for (int picker = 0; picker < idle.length; picker++) {
      boolean earlier = first == Work.NONE || free(picker) < free(first);
      first = !idle[picker] && earlier ? picker : first;
    }
    return first;
  }

  private double free(int picker) {
    return timetable.carriers[picker].free;
  }

  private boolean act(Carrier carrier, Guidance guidance) {
    boolean stop = unloading.findStop(carrier);
    if (!stop || !unloadsNow[carrier.picker.index]) {
      findNext(carrier, stop);
    }
    if (stop
        && (unloadsNow[carrier.picker.index]
            || next == Work.NONE
            || unloadsFirst(carrier, guidance))) {
      unloadsNow[carrier.picker.index] = false;
      unloading.unload(carrier);
      return true;
    }
    if (next == Work.NONE) {
      return false;
    }
    queues.take(next);
    timetable.lift(carrier, next);
    unloadsNow[carrier.picker.index] = guidance.unloadAfter(work.visits[next].rack.index);
    return true;
  }

  private void findNext(Carrier carrier, boolean stop) {
    next = Work.NONE;
    nextCost = Double.POSITIVE_INFINITY;
    for (int dewar : carrier.picker.dewars) {
      if (queues.size(dewar) == 0) {
        continue;
      }
      double there =
          carrier.free + carrier.travelTo(problem.dewars[dewar].x, problem.dewars[dewar].y);
      double least = Math.max(there, timetable.dewarFree(dewar)) - carrier.free;
      if (least + queues.mostUrgent(dewar) >= nextCost) {
        continue;
      }
      for (int i = 0; i < queues.size(dewar); i++) {
        consider(carrier, queues.visit(dewar, i), there, stop);
      }
    }
  }

  private void consider(Carrier carrier, int v, double there, boolean stop) {
    if (!work.suits(v, carrier.picker.index)) {
      return;
    }
    Visit visit = work.visits[v];
    boolean fits = visit.size() <= carrier.room();
    if (!fits && !stop) {
      return;
    }
    double arrival = fits ? there : unloading.arrivalAfterStop(carrier, visit);
    double start = timetable.liftStart(carrier, arrival, visit);
    double lost = start - carrier.free + timetable.turnSeconds(visit.rack);
    double cost = lost + queues.urgency(v);
    if (cost < nextCost) {
      next = v;
      nextCost = cost;
      nextStart = start;
    }
  }

  /** Whether to go to the port before the next lift. */
  private boolean unloadsFirst(Carrier carrier, Guidance guidance) {
    Visit visit = work.visits[next];
    if (visit.size() > carrier.room()) {
      return true;
    }
    double arrival = unloading.arrivalAfterStop(carrier, visit);
    if (timetable.liftStart(carrier, arrival, visit) <= nextStart) {
      return true;
    }
    double deadline = unloading.earliestDeadline(carrier);
    if (deadline == Double.POSITIVE_INFINITY) {
      return false;
    }
    double lift = visit.seconds(problem.timing, timetable.turnSeconds(visit.rack));
    double detour = unloading.stopEnd() - carrier.free;
    return nextStart + lift + detour + guidance.marginSeconds() > deadline;
  }
}
