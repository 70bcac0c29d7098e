package org.givre.plans.search.schedule;

/** Appends visits in a given order, each to the picker that is free first. */
public final class Rounds {
  private final Work work;
  private final Timetable timetable;
  private final Unloading unloading;

  /** Returns are placed before the first lift. */
  public Rounds(Work work) {
    this.work = work;
    this.timetable = new Timetable(work);
    this.unloading = new Unloading(timetable);
    unloading.rank(Guidance.none(work.problem).unloadingUrgency(work.problem));
    for (int putBack = 0; putBack < work.problem.putBacks.length; putBack++) {
      timetable.place(putBack);
    }
  }

  /** Appends a visit, unless no picker can do it. */
  public void lift(int visit) {
    Carrier first = null;
    for (var carrier : timetable.carriers) {
      boolean earlier = first == null || carrier.free < first.free;
      if (earlier && work.suits(visit, carrier.picker.index)) {
        first = carrier;
      }
    }
    if (first == null) {
      return;
    }
    int size = work.visits[visit].size();
    if (first.room() < size) {
      unload(first);
    }
    if (first.room() >= size) {
      timetable.lift(first, visit);
    }
  }

  /** Empties all carriers. */
  public void unloadAll() {
    for (var carrier : timetable.carriers) {
      unload(carrier);
    }
  }

  private void unload(Carrier carrier) {
    while (unloading.findNearest(carrier)) {
      unloading.unload(carrier);
    }
  }

  /** What has been appended. */
  public Timetable timetable() {
    return timetable;
  }
}
