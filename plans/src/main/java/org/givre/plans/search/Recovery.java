package org.givre.plans.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.givre.plans.search.choice.Assignment;
import org.givre.plans.search.choice.Obstacles;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.Tube;
import org.givre.plans.search.rack.TimePrices;
import org.givre.plans.search.rack.Visit;
import org.givre.plans.search.schedule.Guidance;
import org.givre.plans.search.schedule.RouteSearch;
import org.givre.plans.search.schedule.Schedule;
import org.givre.plans.search.schedule.Schedule.Miss;
import org.givre.plans.search.schedule.ScheduleSearch;
import org.givre.plans.search.schedule.Work;
import org.jspecify.annotations.Nullable;

/**
 * Takes up again what was given up. An attempt puts some of it back, moves a few others out of the
 * way, and schedules all that; whatever is late then is left out until the rest is in time. It has
 * succeeded when more is served than before, no matter what.
 */
final class Recovery {
  /** Prices of a second before deadlines that are tried, in weighted tube-seconds. */
  private static final double[] DEADLINE_PRICES = {0, 32, 1_024, 32_768};

  /** Most requests that choose another tube in an attempt; many more would take very long. */
  private static final int MOST_MOVED = 3;

  /** Schedules tried with guidance, and then with routes, before something is left out. */
  private static final int GUIDED_STEPS = 15;

  private static final int ROUTE_STEPS = 60;

  /** One of so many late requests is left out at a time. */
  private static final int LATE_DROPPED = 4;

  /** Attempts in a row that find no tube for anybody; more would not either. */
  private static final int MOST_VAIN = 16;

  private final Problem problem;
  private final Assignment assignment;
  private final Obstacles obstacles;
  private final RandomGenerator random;
  private final Allowance allowance;
  private final boolean[] hopeless;

  /** Whether the attempt under way served enough to be scheduled. */
  private boolean scheduled;

  Recovery(Obstacles obstacles, RandomGenerator random, Allowance allowance) {
    this.assignment = obstacles.assignment();
    this.problem = assignment.problem();
    this.obstacles = obstacles;
    this.random = random;
    this.allowance = allowance;
    this.hopeless = hopeless(assignment);
  }

  /**
   * A plan that serves more than {@code best}; empty when so many iterations bring none. Leaves the
   * assignment as it is in the plan that is the best then.
   */
  Optional<Draft> find(Draft best, int iterations) {
    var unserved = unserved(best);
    var closed = unserved.stream().filter(d -> assignment.open(d).length == 0).toList();
    closed.forEach(assignment::reopen);
    long end = allowance.used() + iterations;
    Optional<Draft> found = Optional.empty();
    for (int vain = 0;
        found.isEmpty() && vain < MOST_VAIN && !allowance.spent() && allowance.used() < end; ) {
      scheduled = false;
      found = attempt(best, unserved);
      vain = scheduled ? 0 : vain + 1;
    }
    var better = found.orElse(best);
    assignment.setPrices(better.prices());
    assignment.restore(better.choices());
    closed.stream().filter(d -> assignment.chosen(d) == null).forEach(assignment::close);
    return found;
  }

  /** Whether there is anything that might be served, too. */
  boolean isWorthwhile(Draft best) {
    return best.isValid() && !unserved(best).isEmpty();
  }

  private List<Demand> unserved(Draft best) {
    return Arrays.stream(problem.demands)
        .filter(d -> !d.carried && !best.choices().serves(d) && !hopeless[d.index])
        .toList();
  }

  /** By request, whether no plan whatever could serve it in time. */
  private static boolean[] hopeless(Assignment assignment) {
    var problem = assignment.problem();
    var earliest = new EarliestDelivery(problem);
    boolean[] hopeless = new boolean[problem.demands.length];
    for (var demand : problem.demands) {
      boolean unserved = !demand.carried && assignment.chosen(demand) == null;
      hopeless[demand.index] =
          unserved && (!assignment.mayServe(demand) || earliest.of(demand) > demand.job.deadline);
    }
    return hopeless;
  }

  private Optional<Draft> attempt(Draft best, List<Demand> unserved) {
    allowance.use();
    var prices = prices(best, unserved);
    assignment.setPrices(prices);
    assignment.restore(best.choices());
    move(random.nextInt(MOST_MOVED + 1));
    serve(shuffled(unserved));
    while (assignment.choices().served() > best.served() && !allowance.spent()) {
      var work = new Work(problem, reordered(assignment.visits()));
      scheduled = true;
      var routes = routes(work, best.guidance());
      var found = new Draft(assignment.choices(), prices, work, routes.best(), routes.bestCost());
      if (found.isValid()) {
        return Optional.of(found);
      }
      if (!leaveOut(found.schedule())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Jobs of what was given up are hurried, at one price or another. */
  private TimePrices prices(Draft best, List<Demand> unserved) {
    double price = DEADLINE_PRICES[random.nextInt(DEADLINE_PRICES.length)];
    var jobs = unserved.stream().map(demand -> demand.job).distinct().toList();
    var known = best.prices();
    return known.withBeforeDeadline(price).withHurried(known.hurried().and(jobs));
  }

  /** So many requests, if they can, choose another tube. */
  private void move(int number) {
    for (int i = 0; i < number; i++) {
      var demand = problem.demands[random.nextInt(problem.demands.length)];
      var from = assignment.chosen(demand);
      if (from == null
          || assignment.open(demand).length < 2
          || assignment.costOfRemoving(demand) == Double.POSITIVE_INFINITY) {
        continue;
      }
      assignment.remove(demand);
      var to = any(demand);
      assignment.add(demand, to == null ? from : to);
    }
  }

  /** Any tube that can be taken; null when there is none. */
  private @Nullable Tube any(Demand demand) {
    var tubes = assignment.open(demand);
    int first = random.nextInt(tubes.length);
    for (int i = 0; i < tubes.length; i++) {
      var tube = tubes[(first + i) % tubes.length];
      if (assignment.takenFor(tube) == null
          && assignment.costOfAdding(demand, tube) < Double.POSITIVE_INFINITY) {
        return tube;
      }
    }
    return null;
  }

  /** All of these or one, whichever chance will have. */
  private void serve(List<Demand> demands) {
    boolean one = random.nextBoolean();
    boolean cheaply = random.nextBoolean();
    for (var demand : demands) {
      var tube = cheaply ? assignment.cheapest(demand) : any(demand);
      if (tube != null) {
        assignment.add(demand, tube);
        if (one) {
          return;
        }
      }
    }
  }

  private List<Demand> shuffled(List<Demand> demands) {
    var shuffled = new ArrayList<>(demands);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      shuffled.set(j, shuffled.set(i, shuffled.get(j)));
    }
    return shuffled;
  }

  /** Lifts come in any order, now and then: the coldest one may keep somebody waiting. */
  private List<Visit> reordered(List<Visit> visits) {
    var order = new ArrayList<>(visits);
    for (int i = 1; i < order.size(); i++) {
      int first = i;
      while (first > 0 && order.get(first - 1).rack == order.get(i).rack) {
        first--;
      }
      if (first < i && random.nextInt(2 * (i - first)) == 0) {
        order.add(first, order.remove(i));
      }
    }
    return order;
  }

  private RouteSearch routes(Work work, Guidance guidance) {
    var search = new ScheduleSearch(work, random, guidance);
    search.offer(Guidance.usual(problem));
    allowance.use();
    for (int i = 0; i < GUIDED_STEPS && goesOn(search.bestCost()); i++) {
      search.step(0);
      allowance.use();
    }
    var routes = new RouteSearch(work, random, search.routes());
    for (int i = 0; i < ROUTE_STEPS && goesOn(routes.bestCost()); i++) {
      routes.step(0);
      allowance.use();
    }
    return routes;
  }

  private boolean goesOn(double cost) {
    return Draft.isBroken(cost) && !allowance.spent();
  }

  /** Leaves out what is late or gets too warm; false when nothing is left out. */
  private boolean leaveOut(Schedule schedule) {
    var late =
        schedule.late().stream()
            .filter(miss -> assignment.chosen(miss.demand()) != null)
            .sorted(Comparator.comparingDouble(Miss::reached).reversed())
            .toList();
    late.forEach(miss -> obstacles.note(Details.late(miss)));
    late.stream().limit(1 + late.size() / LATE_DROPPED).forEach(miss -> leave(miss.demand()));
    for (var miss : schedule.overworn()) {
      obstacles.note(Details.tooWarm(miss));
      leave(miss.demand());
    }
    schedule.left().forEach(this::leave);
    return late.size() + schedule.overworn().size() + schedule.left().size() > 0;
  }

  private void leave(Demand demand) {
    if (assignment.chosen(demand) != null) {
      assignment.leave(demand);
    }
  }
}
