package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.PutBack;

/**
 * Gives routes their times: of all pickers, the one goes on next that can start first. A carrier is
 * emptied where its route says so, when the next lift does not fit, and at the end. Not for use by
 * several threads.
 */
public final class RouteTimes {
  private final Work work;
  private final Timetable timetable;
  private final Unloading unloading;

  /** Per picker, how many of its errands are done. */
  private final int[] done;

  private final boolean[] unloads;

  /** Per errand, whether it is done. */
  private final boolean[] passed;

  private Routes routes;

  public RouteTimes(Work work) {
    this.work = work;
    this.timetable = new Timetable(work);
    this.unloading = new Unloading(timetable);
    this.done = new int[timetable.carriers.length];
    this.unloads = new boolean[timetable.carriers.length];
    this.passed = new boolean[work.visits.length + work.problem.putBacks.length];
    this.routes = Routes.none(work);
  }

  /** Schedules all that can be; the timetable is good until the next call. */
  public Timetable run(Routes next) {
    routes = next;
    timetable.clear();
    unloading.rank(routes.urgency);
    Arrays.fill(done, 0);
    System.arraycopy(routes.unloadFirst, 0, unloads, 0, unloads.length);
    Arrays.fill(passed, false);
    for (int picker = earliest(); picker != Work.NONE; picker = earliest()) {
      act(timetable.carriers[picker]);
    }
    return timetable;
  }

  private int earliest() {
    int first = Work.NONE;
    double least = Double.POSITIVE_INFINITY;
    for (var carrier : timetable.carriers) {
      double start = start(carrier);
      if (start < least) {
        least = start;
        first = carrier.picker.index;
      }
    }
    return first;
  }

  /** When a picker could begin what it does next; infinite when it has nothing to do. */
  private double start(Carrier carrier) {
    int errand = next(carrier);
    if (wantsToUnload(carrier, errand) && unloading.findStop(carrier, port(carrier))) {
      return unloading.stopStart();
    }
    if (!ready(carrier, errand) || (routes.yields[errand] && yields(carrier, errand))) {
      return Double.POSITIVE_INFINITY;
    }
    var lift = work.lift(errand);
    var dewar = lift.rack.dewar;
    return timetable.liftStart(carrier, carrier.free + carrier.travelTo(dewar.x, dewar.y), lift);
  }

  private int next(Carrier carrier) {
    int picker = carrier.picker.index;
    int at = done[picker];
    return at == routes.sizes[picker] ? Work.NONE : routes.errands[picker][at];
  }

  private boolean ready(Carrier carrier, int errand) {
    return errand != Work.NONE && !waits(errand) && work.lift(errand).fits(carrier.room());
  }

  /** Whether somebody who does not yield could lift in the same dewar next. */
  private boolean yields(Carrier carrier, int errand) {
    var dewar = work.lift(errand).rack.dewar;
    for (var other : timetable.carriers) {
      int next = next(other);
      if (other != carrier
          && ready(other, next)
          && !routes.yields[next]
          && !unloads[other.picker.index]
          && work.lift(next).rack.dewar == dewar) {
        return true;
      }
    }
    return false;
  }

  private int port(Carrier carrier) {
    int picker = carrier.picker.index;
    int at = done[picker];
    return at == 0 ? routes.firstPort[picker] : routes.port[routes.errands[picker][at - 1]];
  }

  /** Whether another lift of the rack must come first. */
  private boolean waits(int errand) {
    int before = work.before[errand];
    return before != Work.NONE && !passed[before];
  }

  private boolean wantsToUnload(Carrier carrier, int errand) {
    return errand == Work.NONE
        || unloads[carrier.picker.index]
        || !work.lift(errand).fits(carrier.room());
  }

  private void act(Carrier carrier) {
    int picker = carrier.picker.index;
    int errand = next(carrier);
    boolean unload = wantsToUnload(carrier, errand) && unloading.findStop(carrier, port(carrier));
    unloads[picker] = false;
    if (unload) {
      unloading.unload(carrier);
      return;
    }
    if (work.lift(errand) instanceof PutBack) {
      timetable.place(errand - work.visits.length);
    } else {
      timetable.lift(carrier, errand);
    }
    passed[errand] = true;
    unloads[picker] = routes.unloadAfter[errand];
    done[picker]++;
  }
}
