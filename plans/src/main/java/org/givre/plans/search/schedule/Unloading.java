package org.givre.plans.search.schedule;

import org.givre.plans.search.model.Picker;
import org.givre.plans.search.model.Port;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.RackWork;

/** Chooses where a picker unloads, what, and in which order. */
final class Unloading {
  private final Timetable timetable;
  private final Problem problem;
  private final Parcels parcels;
  private double[] urgency;

  /** The stop found last. */
  private int port;

  private int tubes;
  private double end;

  Unloading(Timetable timetable) {
    this.timetable = timetable;
    this.problem = timetable.work.problem;
    this.parcels = timetable.work.parcels;
    this.urgency = new double[problem.jobs.length];
  }

  /** Whose tubes are unloaded first. */
  void rank(double[] urgencyByJob) {
    urgency = urgencyByJob;
  }

  /** Finds the stop that delivers most, and of those the one that ends first; false without any. */
  boolean findStop(Carrier carrier) {
    return findStop(carrier, Work.NONE);
  }

  /** The same, but of those that deliver most, rather the one at a port of choice. */
  boolean findStop(Carrier carrier, int choice) {
    port = Work.NONE;
    tubes = 0;
    end = Double.POSITIVE_INFINITY;
    if (carrier.size == 0) {
      return false;
    }
    for (int candidate : carrier.picker.ports) {
      int number = unloadable(carrier, candidate);
      if (number == 0 || number < tubes) {
        continue;
      }
      double candidateEnd =
          timetable.unloadStart(carrier, candidate, number) + timetable.unloadSeconds(number);
      boolean chosen = candidate == choice && candidateEnd < Double.POSITIVE_INFINITY;
      boolean sooner = port != choice && candidateEnd < end;
      if (number > tubes || chosen || sooner) {
        port = candidate;
        tubes = number;
        end = candidateEnd;
      }
    }
    return port != Work.NONE;
  }

  /** Finds the nearest port that takes anything; false without any. */
  boolean findNearest(Carrier carrier) {
    double nearest = Double.POSITIVE_INFINITY;
    port = Work.NONE;
    for (int candidate : carrier.picker.ports) {
      double travel = carrier.travelTo(problem.ports[candidate].x, problem.ports[candidate].y);
      int number = unloadable(carrier, candidate);
      if (number > 0 && travel < nearest) {
        nearest = travel;
        port = candidate;
        tubes = number;
        end = timetable.unloadStart(carrier, port, tubes) + timetable.unloadSeconds(tubes);
      }
    }
    return port != Work.NONE;
  }

  private int unloadable(Carrier carrier, int candidate) {
    int number = 0;
    for (int i = 0; i < carrier.size; i++) {
      number += timetable.mayGoTo(carrier.parcel[i], candidate) ? 1 : 0;
    }
    return Math.min(number, problem.ports[candidate].bufferTubes);
  }

  /** Does the stop found last. */
  void unload(Carrier carrier) {
    sortByUrgency(carrier);
    timetable.unload(carrier, port, tubes);
  }

  /** When the stop found last begins. */
  double stopStart() {
    return end - timetable.unloadSeconds(tubes);
  }

  /** When the stop found last ends. */
  double stopEnd() {
    return end;
  }

  /** When a carrier is at a lift's dewar if it does the stop found last before. */
  double arrivalAfterStop(Carrier carrier, RackWork lift) {
    Port at = problem.ports[port];
    Picker picker = carrier.picker;
    return end + picker.travelSeconds(at.x, at.y, lift.rack.dewar.x, lift.rack.dewar.y);
  }

  /** When the first of a carrier's tubes must be delivered. */
  double earliestDeadline(Carrier carrier) {
    double earliest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < carrier.size; i++) {
      int job = parcels.job[carrier.parcel[i]];
      earliest = job == Work.NONE ? earliest : Math.min(earliest, problem.jobs[job].deadline);
    }
    return earliest;
  }

  /** By insertion: there are few, and they keep their order where they are equal. */
  private void sortByUrgency(Carrier carrier) {
    for (int i = 1; i < carrier.size; i++) {
      int parcel = carrier.parcel[i];
      double since = carrier.since[i];
      double rank = rank(parcel);
      int to = i;
      for (; to > 0 && rank(carrier.parcel[to - 1]) > rank; to--) {
        carrier.parcel[to] = carrier.parcel[to - 1];
        carrier.since[to] = carrier.since[to - 1];
      }
      carrier.parcel[to] = parcel;
      carrier.since[to] = since;
    }
  }

  private double rank(int parcel) {
    int job = parcels.job[parcel];
    return job == Work.NONE ? Double.POSITIVE_INFINITY : urgency[job];
  }
}
