package org.givre.plans.search.schedule;

import java.util.List;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;

/** Appends lifts in a given order, each to the picker that is free first. */
public final class Rounds {
  private final Problem problem;
  private final Timetable timetable;
  private final Unloading unloading;

  /** Returns are placed before the first lift. */
  public Rounds(Problem problem) {
    this.problem = problem;
    this.timetable = new Timetable(problem);
    this.unloading = new Unloading(problem, timetable);
    for (var putBack : problem.putBacks) {
      timetable.place(putBack);
    }
  }

  /** Appends a lift; false when no picker can do it. */
  public boolean lift(Visit visit) {
    int first = -1;
    for (int picker = 0; picker < problem.pickers.length; picker++) {
      boolean earlier = first < 0 || free(picker) < free(first);
      if (earlier && visit.suits(problem, picker)) {
        first = picker;
      }
    }
    if (first < 0) {
      return false;
    }
    if (timetable.picker(first).room() < visit.size()) {
      unload(first);
    }
    if (timetable.picker(first).room() < visit.size()) {
      return false;
    }
    timetable.lift(first, visit);
    return true;
  }

  private double free(int picker) {
    return timetable.picker(picker).free;
  }

  /** Empties all carriers. */
  public void unloadAll() {
    for (int picker = 0; picker < problem.pickers.length; picker++) {
      unload(picker);
    }
  }

  private void unload(int picker) {
    var state = timetable.picker(picker);
    for (var stop = unloading.nearest(state); stop != null; stop = unloading.nearest(state)) {
      timetable.unload(picker, stop.port(), stop.cargo());
    }
  }

  /** The schedule so far; {@code left} are the requests it does not serve. */
  public Schedule finish(List<Demand> left) {
    return timetable.finish(left);
  }
}
