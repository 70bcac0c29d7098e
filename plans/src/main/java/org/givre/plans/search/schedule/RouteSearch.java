package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Improves routes by simulated annealing. A step moves a lift, or a run of lifts, within a route or
 * to another picker's, changes two lifts, lets another picker go first at a dewar, or has a picker
 * unload elsewhere, between other lifts or at another port.
 */
public final class RouteSearch {
  /** Most lifts that move together. */
  private static final int LONGEST_RUN = 4;

  /** Half of the moves go no farther than so many places. */
  private static final int NEAR = 6;

  private static final int[] NOWHERE = {};

  private final Work work;
  private final RouteTimes times;
  private final Objective objective;
  private final RandomGenerator random;

  /** Indices of the pickers that carry something at the beginning. */
  private final int[] loaded;

  private Routes current;
  private Routes candidate;
  private double currentCost;

  /** The same, but less for what it breaks while it does. */
  private double currentWay;

  private Routes best;
  private double bestCost;

  /** A search that begins at {@code start}. */
  public RouteSearch(Work work, RandomGenerator random, Routes start) {
    this.work = work;
    this.times = new RouteTimes(work);
    this.objective = new Objective(work);
    this.random = random;
    this.loaded =
        Arrays.stream(work.problem.pickers)
            .filter(picker -> picker.initialLoad.length > 0)
            .mapToInt(picker -> picker.index)
            .toArray();
    this.current = start.copy();
    this.candidate = start.copy();
    var timetable = times.run(start);
    this.currentCost = objective.of(timetable);
    this.currentWay = objective.onTheWay(timetable);
    this.best = start;
    this.bestCost = currentCost;
  }

  /** Composite objective of the best routes, with a high price for what they break. */
  public double bestCost() {
    return bestCost;
  }

  /** The best routes found. */
  public Routes best() {
    return best;
  }

  /** What the best routes do. */
  public Itinerary itinerary() {
    return Itinerary.of(work, best);
  }

  /** What routes decide of the cost of the best, per lift. */
  public double costPerLift() {
    return (objective.composite(times.run(best)) - work.settledExposure)
        / Math.max(1, work.before.length);
  }

  /** Goes there unless that is worse. */
  public void offer(Routes routes) {
    var timetable = times.run(routes);
    double cost = objective.of(timetable);
    if (cost <= currentCost) {
      current = routes.copy();
      currentCost = cost;
      currentWay = objective.onTheWay(timetable);
    }
    if (cost < bestCost) {
      best = routes;
      bestCost = cost;
    }
  }

  /** One step; worsenings of about {@code temperature} are accepted now and then. */
  public void step(double temperature) {
    candidate.take(current);
    if (!change()) {
      return;
    }
    double slack = -temperature * Math.log(1 - random.nextDouble());
    var timetable = times.run(candidate);
    double cost = objective.of(timetable);
    double way = currentCost < Objective.BROKEN ? cost : objective.onTheWay(timetable);
    if (way > currentWay + slack) {
      return;
    }
    var accepted = candidate;
    candidate = current;
    current = accepted;
    currentCost = cost;
    currentWay = way;
    if (cost < bestCost) {
      best = current.copy();
      bestCost = cost;
    }
  }

  private boolean change() {
    int errand = random.nextInt(work.before.length);
    int kind = random.nextInt(8);
    if (kind == 0) {
      changeManner(errand);
      return true;
    }
    if (kind == 1) {
      return candidate.swap(errand, random.nextInt(work.before.length), work);
    }
    int run = kind < 5 ? 1 : 1 + random.nextInt(LONGEST_RUN);
    int picker = candidate.picker[errand];
    if (picker == Work.NONE) {
      return false;
    }
    int to = picker;
    if (random.nextInt(3) == 0) {
      to = random.nextInt(candidate.sizes.length);
    }
    return candidate.move(new Routes.Move(errand, run, to, place(errand, to, picker)), work);
  }

  /** Who goes first at its dewar, or when and where its picker unloads. */
  private void changeManner(int errand) {
    int picker = candidate.picker[errand];
    int[] ports = picker == Work.NONE ? NOWHERE : work.problem.pickers[picker].ports;
    int kind = random.nextInt(4);
    if (kind == 0) {
      candidate.yields[errand] ^= true;
    } else if (kind == 1 && ports.length > 1) {
      candidate.port[errand] = anyOf(ports);
    } else {
      flipUnloading(errand);
    }
  }

  /** One of these ports, or whichever is done first. */
  private int anyOf(int[] ports) {
    int port = random.nextInt(ports.length + 1);
    return port == ports.length ? Work.NONE : ports[port];
  }

  /** After an errand, or before the first of a picker that carries something at the beginning. */
  private void flipUnloading(int errand) {
    int among = work.before.length + loaded.length;
    int place = loaded.length == 0 ? errand : random.nextInt(among);
    if (place < work.before.length) {
      candidate.unloadAfter[place] ^= true;
    } else {
      int picker = loaded[place - work.before.length];
      int[] ports = work.problem.pickers[picker].ports;
      candidate.unloadFirst[picker] ^= true;
      candidate.firstPort[picker] = anyOf(ports);
    }
  }

  private int place(int errand, int to, int picker) {
    int size = candidate.sizes[to];
    if (to == picker && random.nextBoolean()) {
      int near = candidate.place(errand) + random.nextInt(2 * NEAR + 1) - NEAR;
      return Math.max(0, Math.min(size, near));
    }
    return random.nextInt(size + 1);
  }
}
