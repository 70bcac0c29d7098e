package org.givre.plans.search.schedule;

/** What a timetable costs: the composite objective, with a high price for what is broken. */
public final class Objective {
  /** Costs from here on mean that something is broken or left behind. */
  public static final double BROKEN = 1e13;

  /** Price of a second beyond a deadline or budget, and of a tube left behind. */
  private static final double EXCESS_PRICE = 1e9;

  private static final double LEFT_PRICE = 1e13;

  private final Work work;

  public Objective(Work work) {
    this.work = work;
  }

  /** The composite objective of a finished timetable, whatever it breaks. */
  double composite(Timetable timetable) {
    return timetable.outcome.figures().composite(work.problem.prices);
  }

  /** The cost of a finished timetable. */
  public double of(Timetable timetable) {
    var problem = work.problem;
    var outcome = timetable.outcome;
    int leaving = work.parcels.tube.length - problem.putBackTubes - problem.stuckTubes;
    int left = leaving - outcome.unloaded();
    double broken = left == 0 && outcome.excess() == 0 ? 0 : BROKEN;
    return composite(timetable) + EXCESS_PRICE * outcome.excess() + LEFT_PRICE * left + broken;
  }
}
