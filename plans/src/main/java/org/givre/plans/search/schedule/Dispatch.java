package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.PutBack;
import org.givre.plans.search.model.RackWork;
import org.jspecify.annotations.Nullable;

/**
 * List scheduling: of all pickers that have something to do, the one free first does next what
 * keeps it waiting least, less what the guidance makes of its urgency. A carrier is emptied when
 * the next lift does not fit, when nothing is left to fetch, when a deadline presses, when it holds
 * the last tubes of an express job, or when there is time for it anyway. Returns are placed first,
 * unless that keeps a picker waiting.
 */
public final class Dispatch {
  /** A put-back is done before other lifts unless it must wait for so much longer than they. */
  private static final double PUT_BACK_FIRST_SECONDS = 30;

  private final Work work;
  private final Problem problem;
  private final Timetable timetable;
  private final Queues queues;
  private final PutBackQueue putBacks;
  private final Unloading unloading;
  private final boolean[] idle;
  private final boolean[] unloadsNow;

  /** Per job, tubes still to be picked. */
  private final int[] unpicked;

  /** Jobs that are delivered as soon as their last tube is picked. */
  private boolean[] express = new boolean[0];

  /** The best candidate of the step under way; null when there is none. */
  private @Nullable RackWork next;

  /** Which visit or put-back it is. */
  private int nextIndex;

  private double nextStart;
  private double nextCost;

  public Dispatch(Work work) {
    this.work = work;
    this.problem = work.problem;
    this.timetable = new Timetable(work);
    this.queues = new Queues(work);
    this.putBacks = new PutBackQueue(problem);
    this.unloading = new Unloading(timetable);
    this.idle = new boolean[problem.pickers.length];
    this.unloadsNow = new boolean[problem.pickers.length];
    this.unpicked = new int[problem.jobs.length];
  }

  /** Schedules everything that can be; the timetable is good until the next call. */
  public Timetable run(Guidance guidance) {
    timetable.clear();
    queues.fill(guidance);
    unloading.rank(guidance.unloadingUrgency(problem));
    putBacks.fill();
    Arrays.fill(idle, false);
    Arrays.fill(unloadsNow, false);
    express = guidance.expressJobs();
    System.arraycopy(work.picksOfJob, 0, unpicked, 0, unpicked.length);
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
    int picker = carrier.picker.index;
    boolean stop = unloading.findStop(carrier);
    next = null;
    if (!stop || !(unloadsNow[picker] || holdsExpress(carrier))) {
      findNext(carrier, stop);
    }
    if (stop && (next == null || unloadsFirst(carrier, next, guidance))) {
      unloadsNow[picker] = false;
      unloading.unload(carrier);
      return true;
    }
    if (next == null) {
      return false;
    }
    if (next instanceof PutBack) {
      putBacks.take(nextIndex);
      timetable.place(nextIndex);
    } else {
      queues.take(nextIndex);
      timetable.lift(carrier, nextIndex);
      for (var demand : work.visits[nextIndex].demands) {
        unpicked[demand.job.index]--;
      }
      unloadsNow[picker] = guidance.unloadAfter(next.rack.index);
    }
    return true;
  }

  private boolean holdsExpress(Carrier carrier) {
    for (int i = 0; i < carrier.size; i++) {
      int job = work.parcels.job[carrier.parcel[i]];
      if (job != Work.NONE && express[job] && unpicked[job] == 0) {
        return true;
      }
    }
    return false;
  }

  private void findNext(Carrier carrier, boolean stop) {
    nextCost = Double.POSITIVE_INFINITY;
    considerPutBacks(carrier);
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
        int visit = queues.visit(dewar, i);
        if (least + queues.urgency(visit) < nextCost) {
          consider(carrier, visit, there, stop);
        }
      }
    }
  }

  private void considerPutBacks(Carrier carrier) {
    for (int i = 0; i < problem.putBacks.length; i++) {
      var putBack = problem.putBacks[i];
      if (putBack.picker == carrier.picker && putBacks.isNext(i)) {
        var dewar = putBack.rack.dewar;
        double there = carrier.free + carrier.travelTo(dewar.x, dewar.y);
        if (isBest(carrier, putBack, there, -PUT_BACK_FIRST_SECONDS)) {
          nextIndex = i;
        }
      }
    }
  }

  private void consider(Carrier carrier, int v, double there, boolean stop) {
    var visit = work.visits[v];
    if (!work.suits(v, carrier.picker.index) || putBacks.waits(visit.rack)) {
      return;
    }
    boolean fits = visit.fits(carrier.room());
    if (!fits && !stop) {
      return;
    }
    double arrival = fits ? there : unloading.arrivalAfterStop(carrier, visit);
    if (isBest(carrier, visit, arrival, queues.urgency(v))) {
      nextIndex = v;
    }
  }

  /** Whether a lift is better than the best so far; then it takes its place. */
  private boolean isBest(Carrier carrier, RackWork lift, double arrival, double urgency) {
    double start = timetable.liftStart(carrier, arrival, lift);
    double lost = start - carrier.free + timetable.turnSeconds(lift.rack);
    double cost = lost + urgency;
    boolean best = cost < nextCost;
    if (best) {
      next = lift;
      nextCost = cost;
      nextStart = start;
    }
    return best;
  }

  /** Whether to go to the port before the next lift. */
  private boolean unloadsFirst(Carrier carrier, RackWork lift, Guidance guidance) {
    if (!lift.fits(carrier.room())) {
      return true;
    }
    double arrival = unloading.arrivalAfterStop(carrier, lift);
    if (timetable.liftStart(carrier, arrival, lift) <= nextStart) {
      return true;
    }
    double deadline = unloading.earliestDeadline(carrier);
    if (deadline == Double.POSITIVE_INFINITY) {
      return false;
    }
    double length = lift.seconds(problem.timing, timetable.turnSeconds(lift.rack));
    double detour = unloading.stopEnd() - carrier.free;
    return nextStart + length + detour + guidance.marginSeconds() > deadline;
  }
}
