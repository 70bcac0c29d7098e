package org.givre.plans.search.schedule;

import java.util.Arrays;
import org.givre.plans.search.model.Closures;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.PutBack;
import org.givre.plans.search.model.Rack;
import org.givre.plans.search.model.RackWork;

/**
 * The store's state while operations are appended: each starts after whatever its picker, dewar,
 * rack or port did before. Times, carousel, re-cool, buffers and exposure are exact. Can be cleared
 * and used again; not for use by several threads.
 */
public final class Timetable {
  final Work work;
  final Carrier[] carriers;
  final OpLog log = new OpLog();
  final Outcome outcome;
  private final Problem problem;
  private final double[] dewarFree;
  private final int[] dewarSlot;
  private final double[] rackReady;
  private final PortQueue[] ports;

  public Timetable(Work work) {
    this.work = work;
    this.problem = work.problem;
    this.carriers = new Carrier[problem.pickers.length];
    Arrays.setAll(carriers, i -> new Carrier(problem.pickers[i], work.parcels.tube.length));
    this.dewarFree = new double[problem.dewars.length];
    this.dewarSlot = new int[problem.dewars.length];
    this.rackReady = new double[problem.racks.length];
    this.ports = new PortQueue[problem.ports.length];
    Arrays.setAll(ports, o -> new PortQueue(problem.ports[o]));
    this.outcome = new Outcome(work);
    clear();
  }

  /** Back to the beginning. */
  public void clear() {
    Arrays.fill(dewarFree, problem.now);
    Arrays.setAll(dewarSlot, d -> problem.dewars[d].startSlot);
    Arrays.setAll(rackReady, r -> problem.racks[r].notBefore);
    for (var port : ports) {
      port.clear();
    }
    for (var carrier : carriers) {
      var picker = carrier.picker;
      carrier.moveTo(picker.x, picker.y, Math.max(problem.now, picker.availableFrom));
      carrier.size = 0;
      int end = work.parcels.firstLoaded[picker.index + 1];
      for (int parcel = work.parcels.firstLoaded[picker.index]; parcel < end; parcel++) {
        carrier.add(parcel, problem.now);
      }
    }
    log.clear();
    outcome.clear();
  }

  /** When a dewar's opening is free. */
  double dewarFree(int dewar) {
    return dewarFree[dewar];
  }

  /** Seconds that the carousel must turn before {@code rack} can be lifted next. */
  double turnSeconds(Rack rack) {
    return rack.dewar.turnSeconds(dewarSlot[rack.dewar.index], rack.slot);
  }

  /** Earliest start of a lift by a carrier that is at its dewar from {@code there} on. */
  double liftStart(Carrier carrier, double there, RackWork lift) {
    var rack = lift.rack;
    double ready = Math.max(dewarFree[rack.dewar.index], rackReady[rack.index]);
    double start = Math.max(Math.max(there, lift.release), ready);
    if (rack.dewar.closures.isEmpty() && carrier.picker.closures.isEmpty()) {
      return start;
    }
    double length = lift.seconds(problem.timing, turnSeconds(rack));
    return Closures.firstOpening(rack.dewar.closures, carrier.picker.closures, start, length);
  }

  /** Appends a lift at its earliest start. */
  void lift(Carrier carrier, int v) {
    var visit = work.visits[v];
    double there = carrier.free + carrier.travelTo(visit.rack.dewar.x, visit.rack.dewar.y);
    double start = liftStart(carrier, there, visit);
    log.add(OpLog.LIFT, carrier.picker.index, start, v);
    double gripped = occupy(carrier, start, visit);
    int first = work.firstParcel[v];
    for (int i = 0; i < visit.tubes.length; i++) {
      carrier.add(first + i, gripped + visit.motion.dwellEnd[i]);
    }
  }

  /** Appends a lift that places returns. */
  void place(int index) {
    PutBack putBack = problem.putBacks[index];
    var carrier = carriers[putBack.picker.index];
    double there = carrier.free + carrier.travelTo(putBack.rack.dewar.x, putBack.rack.dewar.y);
    double start = liftStart(carrier, there, putBack);
    log.add(OpLog.PLACE, carrier.picker.index, start, index);
    double gripped = occupy(carrier, start, putBack);
    for (int i = 0; i < putBack.loads.size(); i++) {
      double dwellStart = gripped + putBack.motion.dwellEnd[i] - problem.timing.placeSeconds();
      int parcel = work.parcels.placed[index][i];
      outcome.place(parcel, dwellStart - problem.now);
      remove(carrier, parcel);
    }
  }

  private static void remove(Carrier carrier, int parcel) {
    for (int i = carrier.size - 1; i >= 0; i--) {
      if (carrier.parcel[i] == parcel) {
        carrier.remove(i);
      }
    }
  }

  /** Marks dewar, rack and picker busy; returns the moment the rack is gripped. */
  private double occupy(Carrier carrier, double start, RackWork lift) {
    var rack = lift.rack;
    double gripped = start + turnSeconds(rack) + problem.timing.gripSeconds();
    double end = gripped + lift.motion.seconds;
    int dewar = rack.dewar.index;
    dewarSlot[dewar] = rack.slot;
    dewarFree[dewar] = end;
    rackReady[rack.index] = end + rack.recoolRatio * lift.motion.longestOut;
    carrier.moveTo(rack.dewar.x, rack.dewar.y, end);
    return gripped;
  }

  /** Earliest start of unloading {@code tubes} tubes at {@code port}. */
  double unloadStart(Carrier carrier, int port, int tubes) {
    var queue = ports[port];
    double there = carrier.free + carrier.travelTo(queue.port.x, queue.port.y);
    return queue.firstStart(carrier.picker, there, tubes, unloadSeconds(tubes));
  }

  /** Seconds to dock and unload. */
  double unloadSeconds(int tubes) {
    return problem.timing.dockSeconds() + tubes * problem.timing.unloadSeconds();
  }

  /** Appends an unload of the carrier's first {@code tubes} parcels that may go to {@code port}. */
  void unload(Carrier carrier, int port, int tubes) {
    double start = unloadStart(carrier, port, tubes);
    double end = start + unloadSeconds(tubes);
    double at = start + problem.timing.dockSeconds();
    int left = tubes;
    for (int i = 0; left > 0; ) {
      int parcel = carrier.parcel[i];
      if (!mayGoTo(parcel, port)) {
        i++;
        continue;
      }
      outcome.deliver(parcel, at - carrier.since[i], at + problem.timing.unloadSeconds());
      at += problem.timing.unloadSeconds();
      log.unload(parcel);
      carrier.remove(i);
      left--;
    }
    log.add(OpLog.UNLOAD, carrier.picker.index, start, port);
    carrier.moveTo(ports[port].port.x, ports[port].port.y, end);
    ports[port].unload(start, end, tubes);
  }

  /** Whether a parcel may be unloaded at a port. */
  boolean mayGoTo(int parcel, int port) {
    int only = work.parcels.port[parcel];
    return !work.parcels.returns[parcel] && (only == Work.NONE || only == port);
  }
}
