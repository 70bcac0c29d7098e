package org.givre.plans.search.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.givre.plans.search.model.Problem;

/** Improves the guidance of a dispatch by simulated annealing; each step makes a whole schedule. */
public final class ScheduleSearch {
  /** Worths of a rank among jobs that are tried at first, in seconds. */
  private static final double[] RANK_SECONDS = {0.3, 1, 3, 10, 40};

  /** Biases of racks are of about this size: a way through the room. */
  private static final double BIAS_SECONDS = 20;

  private static final double MOST_MARGIN_SECONDS = 40;

  private final Work work;
  private final Problem problem;
  private final Dispatch dispatch;
  private final Objective objective;
  private final RandomGenerator random;

  /** Indices of jobs that have one. */
  private final int[] deadlines;

  /** What was dispatched last, and what came of it. */
  private Guidance ran;

  private Timetable dispatched;
  private Guidance current;
  private double currentCost;

  /** The same, but less for what it breaks while it does. */
  private double currentWay;

  private Guidance best;
  private double bestCost;

  /** A search that begins at {@code start}. */
  public ScheduleSearch(Work work, RandomGenerator random, Guidance start) {
    this.work = work;
    this.problem = work.problem;
    this.dispatch = new Dispatch(work);
    this.objective = new Objective(work);
    this.random = random;
    this.deadlines =
        Arrays.stream(problem.jobs)
            .filter(job -> job.deadline < Double.POSITIVE_INFINITY)
            .mapToInt(job -> job.index)
            .toArray();
    this.current = start;
    this.ran = start;
    this.dispatched = dispatch.run(start);
    this.currentCost = objective.of(dispatched);
    this.currentWay = objective.onTheWay(dispatched);
    this.best = current;
    this.bestCost = currentCost;
  }

  /** A few orders by due date and priority, with and without delivering jobs at once. */
  public List<Guidance> orders() {
    var orders = new ArrayList<Guidance>();
    for (double seconds : RANK_SECONDS) {
      orders.add(Guidance.byDue(problem, seconds));
      var byPrice = Guidance.byDelayPrice(problem, seconds);
      orders.add(byPrice);
      orders.add(byPrice.withExpress(1));
      orders.add(byPrice.withExpress(problem.jobs.length));
    }
    return orders;
  }

  /** Goes there unless that is worse. */
  public void offer(Guidance guidance) {
    accept(guidance, 0);
  }

  /** Whoever is late is done before all that does not press, until nobody is or that is all. */
  public void pressLate() {
    if (bestCost < Objective.BROKEN) {
      return;
    }
    var tried = best;
    var more = best.pressingToo(timetable().outcome.lateJobs());
    while (more != tried && bestCost >= Objective.BROKEN) {
      tried = more;
      offer(more);
      more = tried.pressingToo(dispatched.outcome.lateJobs());
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

  /** The same without what it breaks. */
  public double bestComposite() {
    return objective.composite(timetable());
  }

  /** What made the best schedule. */
  public Guidance best() {
    return best;
  }

  /** What is scheduled. */
  public Work work() {
    return work;
  }

  /** What the best schedule has each picker do. */
  public Routes routes() {
    return Routes.of(timetable(), urgency());
  }

  /** By job index, how urgent the best schedule takes it to be. */
  public double[] urgency() {
    return best.unloadingUrgency(problem);
  }

  /** The best schedule; good until the next step. */
  public Timetable timetable() {
    return ran == best ? dispatched : run(best);
  }

  private Timetable run(Guidance guidance) {
    dispatched = dispatch.run(guidance);
    ran = guidance;
    return dispatched;
  }

  private void accept(Guidance guidance, double slack) {
    var timetable = run(guidance);
    double cost = objective.of(timetable);
    double way = currentCost < Objective.BROKEN ? cost : objective.onTheWay(timetable);
    if (way > currentWay + slack) {
      return;
    }
    current = guidance;
    currentCost = cost;
    currentWay = way;
    if (cost < bestCost) {
      best = guidance;
      bestCost = cost;
    }
  }

  private Guidance neighbour() {
    int kind = random.nextInt(8);
    if (kind == 0 && deadlines.length > 0 && random.nextBoolean()) {
      return random.nextBoolean()
          ? pressingChanged()
          : current.withMarginSeconds(MOST_MARGIN_SECONDS * random.nextDouble());
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

  private Guidance pressingChanged() {
    boolean[] pressing = current.pressing();
    int job = deadlines[random.nextInt(deadlines.length)];
    pressing[job] ^= true;
    return current.pressing(pressing);
  }

  private Guidance jobMoved() {
    int jobs = current.jobs();
    int from = random.nextInt(jobs);
    boolean near = random.nextBoolean();
    int to = near ? from + random.nextInt(9) - 4 : random.nextInt(jobs);
    return current.withJobMoved(from, Math.max(0, Math.min(jobs - 1, to)));
  }
}
