package org.givre.plans.search.schedule;

/** What a timetable costs: the composite objective, with a high price for what is broken. */
public final class Objective {
  /** Costs from here on mean that something is broken or left behind. */
  public static final double BROKEN = 1e13;

  /** Price of a second beyond a deadline or budget, and of a tube left behind. */
  private static final double EXCESS_PRICE = 1e9;

  private static final double LEFT_PRICE = 1e13;

  /**
   * Price of a second beyond a deadline or budget on the way to a schedule that breaks nothing, in
   * seconds of makespan: high enough to get there, and not so high that nothing else counts.
   */
  private static final double WAY_SECONDS = 20;

  private final Work work;

  public Objective(Work work) {
    this.work = work;
  }

  /** What steers a search away from a timetable that breaks something. */
  double onTheWay(Timetable timetable) {
    double second = Math.max(1, work.problem.prices.makespanTubeSecondsPerSecond());
    return composite(timetable)
        + WAY_SECONDS * second * timetable.outcome.excess()
        + LEFT_PRICE * left(timetable);
  }

  /** The composite objective of a finished timetable, whatever it breaks. */
  double composite(Timetable timetable) {
    return timetable.outcome.figures().composite(work.problem.prices);
  }

  /** The cost of a finished timetable. */
  public double of(Timetable timetable) {
    var outcome = timetable.outcome;
    int left = left(timetable);
    double broken = left == 0 && outcome.excess() == 0 ? 0 : BROKEN;
    return composite(timetable) + EXCESS_PRICE * outcome.excess() + LEFT_PRICE * left + broken;
  }

  private int left(Timetable timetable) {
    int staying = work.problem.putBackTubes + work.problem.stuckTubes;
    return work.parcels.tube.length - staying - timetable.outcome.unloaded();
  }
}
