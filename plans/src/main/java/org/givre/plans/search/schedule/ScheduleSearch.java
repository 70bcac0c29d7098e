package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.givre.plans.search.model.Problem;

/** Improves the guidance of a dispatch by simulated annealing; each step makes a whole schedule. */
public final class ScheduleSearch {
  /** Costs from here on mean that something is broken or left behind. */
  public static final double BROKEN = 1e13;

  /** Price of a second beyond a deadline or budget, and of a tube left behind. */
  private static final double EXCESS_PRICE = 1e9;

  private static final double LEFT_PRICE = 1e13;

  /** Worths of a rank among jobs that are tried at first, in seconds. */
  private static final double[] RANK_SECONDS = {0.3, 1, 3, 10, 40};

  /** Biases of racks are of about this size: a way through the room. */
  private static final double BIAS_SECONDS = 20;

  private static final double MOST_MARGIN_SECONDS = 40;

  private final Work work;
  private final Problem problem;
  private final Dispatch dispatch;
  private final RandomGenerator random;
  private final boolean hurried;
  private Guidance current;
  private double currentCost;
  private Guidance best;
  private double bestCost;

  /** A search that begins at {@code start}. */
  public ScheduleSearch(Work work, RandomGenerator random, Guidance start) {
    this.work = work;
    this.problem = work.problem;
    this.dispatch = new Dispatch(work);
    this.random = random;
    this.hurried = Arrays.stream(problem.jobs).anyMatch(j -> j.deadline < 1e18);
    this.current = start;
    this.currentCost = cost(start);
    this.best = current;
    this.bestCost = currentCost;
  }

  /** Tries a few orders by due date and priority, with and without delivering jobs at once. */
  public void tryOrders() {
    for (double seconds : RANK_SECONDS) {
      accept(Guidance.byDue(problem, seconds), 0);
      var byPrice = Guidance.byDelayPrice(problem, seconds);
      accept(byPrice, 0);
      accept(byPrice.withExpress(1), 0);
      accept(byPrice.withExpress(problem.jobs.length), 0);
    }
  }

  /** One step; worsenings of about {@code temperature} are accepted now and then. */
  public void step(double temperature) {
    if (work.size() == 0) {
      return;
    }
    accept(neighbour(), -temperature * Math.log(1 - random.nextDouble()));
  }

  /** Composite objective of the best schedule, with a high price for what it breaks. */
  public double bestCost() {
    return bestCost;
  }

  /** What made the best schedule. */
  public Guidance best() {
    return best;
  }

  /** The best schedule; good until the next step. */
  public Timetable timetable() {
    return dispatch.run(best);
  }

  /** What is scheduled. */
  public Work work() {
    return work;
  }

  /** Goes back to the best. */
  public void rewind() {
    current = best;
    currentCost = bestCost;
  }

  private double cost(Guidance guidance) {
    var outcome = dispatch.run(guidance).outcome;
    int leaving = work.parcels.tube.length - problem.putBackTubes - problem.stuckTubes;
    int left = leaving - outcome.unloaded();
    double broken = left == 0 && outcome.excess() == 0 ? 0 : BROKEN;
    return outcome.figures().composite(problem.prices)
        + EXCESS_PRICE * outcome.excess()
        + LEFT_PRICE * left
        + broken;
  }

  private void accept(Guidance guidance, double limit) {
    double cost = cost(guidance);
    if (cost > currentCost + limit) {
      return;
    }
    current = guidance;
    currentCost = cost;
    if (cost < bestCost) {
      best = guidance;
      bestCost = cost;
    }
  }

  private Guidance neighbour() {
    int kind = random.nextInt(8);
    if (kind == 0 && hurried && random.nextBoolean()) {
      return current.withMarginSeconds(MOST_MARGIN_SECONDS * random.nextDouble());
    }
    if (kind == 0) {
      double factor = 0.7 + 0.7 * random.nextDouble();
      return current.withRankSeconds(Math.max(0.1, current.rankSeconds()) * factor);
    }
    int rack = work.visits[random.nextInt(work.visits.length)].rack.index;
    if (kind == 1) {
      return current.withUnloadAfterFlipped(rack);
    }
    if (kind < 5 || current.jobs() < 2) {
      double bias = random.nextInt(3) == 0 ? 0 : (2 * random.nextDouble() - 1) * BIAS_SECONDS;
      return current.withBias(rack, bias);
    }
    return jobMoved();
  }

  private Guidance jobMoved() {
    int jobs = current.jobs();
    int from = random.nextInt(jobs);
    boolean near = random.nextBoolean();
    int to = near ? from + random.nextInt(9) - 4 : random.nextInt(jobs);
    return current.withJobMoved(from, Math.max(0, Math.min(jobs - 1, to)));
  }
}
