package org.givre.plans.search.schedule;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Who does what in which order: for each picker its errands, which are lifts and put-backs, and
 * when it unloads between them. Times follow from that, see {@link RouteTimes}.
 */
public final class Routes implements Steering {
  /** Per picker, its errands in order: visits, then put-backs, in dense numbers. */
  final int[][] errands;

  /** Per picker, how many errands it has. */
  final int[] sizes;

  /** Per errand, who does it. */
  final int[] picker;

  /** Per errand, whether its picker unloads once it is done. */
  final boolean[] unloadAfter;

  /**
   * Per errand, index of the port where its picker unloads if it does so next; {@link Work#NONE}
   * for the one that is done first.
   */
  final int[] port;

  /** Per errand, whether another picker that comes to the same dewar next goes first. */
  final boolean[] yields;

  /** Per picker, whether it unloads before its first errand. */
  final boolean[] unloadFirst;

  /** Per picker, as {@link #port}, before its first errand. */
  final int[] firstPort;

  /** By job index, whose tubes leave a carrier first: the less, the sooner. */
  final double[] urgency;

  private Routes(int pickers, int errands, double[] urgency) {
    this.errands = new int[pickers][errands];
    this.sizes = new int[pickers];
    this.picker = new int[errands];
    this.unloadAfter = new boolean[errands];
    this.port = new int[errands];
    Arrays.fill(port, Work.NONE);
    this.yields = new boolean[errands];
    this.firstPort = new int[pickers];
    Arrays.fill(firstPort, Work.NONE);
    this.unloadFirst = new boolean[pickers];
    this.urgency = urgency;
  }

  /** Nobody does anything. */
  static Routes none(Work work) {
    var problem = work.problem;
    return new Routes(problem.pickers.length, work.before.length, new double[problem.jobs.length]);
  }

  /** What a timetable did. */
  public static Routes of(Timetable timetable, double[] urgency) {
    var log = timetable.log;
    int visits = timetable.work.visits.length;
    var routes = new Routes(timetable.carriers.length, timetable.work.before.length, urgency);
    for (int op = 0; op < log.size; op++) {
      int picker = log.picker[op];
      int size = routes.sizes[picker];
      if (log.kind[op] != OpLog.UNLOAD) {
        routes.append(
            picker, log.kind[op] == OpLog.LIFT ? log.subject[op] : visits + log.subject[op]);
      } else if (size == 0) {
        routes.unloadFirst[picker] = true;
      } else {
        routes.unloadAfter[routes.errands[picker][size - 1]] = true;
      }
    }
    return routes;
  }

  @Override
  public Timetable times(Work work) {
    return new RouteTimes(work).run(this);
  }

  /**
   * What an itinerary leaves to do; tubes that it does not put back go first, and lifts that it
   * does not know go where their dewar is visited.
   */
  public static Routes following(Work work, Itinerary itinerary, double[] urgency) {
    var routes = new Routes(work.problem.pickers.length, work.before.length, urgency);
    Arrays.fill(routes.picker, Work.NONE);
    itinerary.unloadingFirst().forEach(routes::unloadFirst);
    int[] known = work.errands(itinerary);
    var named = new BitSet();
    Arrays.stream(known).filter(errand -> errand != Work.NONE).forEach(named::set);
    for (int i = 0; i < work.problem.putBacks.length; i++) {
      if (!named.get(work.visits.length + i)) {
        routes.append(work.problem.putBacks[i].picker.index, work.visits.length + i);
      }
    }
    for (int i = 0; i < known.length; i++) {
      var stop = itinerary.stops().get(i);
      if (known[i] != Work.NONE && work.may(known[i], stop.picker())) {
        routes.append(stop.picker(), known[i]);
        routes.follow(known[i], stop.manner());
      }
    }
    for (int visit = 0; visit < work.visits.length; visit++) {
      if (routes.picker[visit] == Work.NONE) {
        routes.insert(visit, work);
      }
    }
    return routes;
  }

  private void unloadFirst(int unloading, int at) {
    unloadFirst[unloading] = true;
    firstPort[unloading] = at;
  }

  private void follow(int errand, Itinerary.Manner manner) {
    yields[errand] = manner.yields();
    unloadAfter[errand] = manner.unloadAfter();
    port[errand] = manner.port();
  }

  Itinerary.Manner manner(int errand) {
    return new Itinerary.Manner(yields[errand], unloadAfter[errand], port[errand]);
  }

  /** Inserts a visit behind one at the same dewar, or at the end of the shortest route. */
  private void insert(int visit, Work work) {
    int to = Work.NONE;
    int at = 0;
    for (int p = 0; p < sizes.length; p++) {
      if (!work.suits(visit, p)) {
        continue;
      }
      int behind = behindSameDewar(p, visit, work);
      if (behind > 0) {
        to = p;
        at = behind;
        break;
      }
      if (to == Work.NONE || sizes[p] < sizes[to]) {
        to = p;
        at = sizes[p];
      }
    }
    if (to != Work.NONE) {
      System.arraycopy(errands[to], at, errands[to], at + 1, sizes[to] - at);
      errands[to][at] = visit;
      sizes[to]++;
      picker[visit] = to;
    }
  }

  private int behindSameDewar(int p, int visit, Work work) {
    for (int i = sizes[p]; i > 0; i--) {
      int other = errands[p][i - 1];
      if (work.lift(other).rack.dewar == work.visits[visit].rack.dewar) {
        return i;
      }
    }
    return 0;
  }

  private void append(int to, int errand) {
    errands[to][sizes[to]++] = errand;
    picker[errand] = to;
  }

  Routes copy() {
    var copy = new Routes(errands.length, picker.length, urgency);
    copy.take(this);
    return copy;
  }

  /** Becomes like another. */
  void take(Routes other) {
    for (int p = 0; p < sizes.length; p++) {
      System.arraycopy(other.errands[p], 0, errands[p], 0, other.sizes[p]);
    }
    System.arraycopy(other.sizes, 0, sizes, 0, sizes.length);
    System.arraycopy(other.picker, 0, picker, 0, picker.length);
    System.arraycopy(other.unloadAfter, 0, unloadAfter, 0, picker.length);
    System.arraycopy(other.port, 0, port, 0, picker.length);
    System.arraycopy(other.yields, 0, yields, 0, picker.length);
    System.arraycopy(other.firstPort, 0, firstPort, 0, sizes.length);
    System.arraycopy(other.unloadFirst, 0, unloadFirst, 0, sizes.length);
  }

  /** Where an errand stands in its picker's route. */
  int place(int errand) {
    int[] route = errands[picker[errand]];
    int place = 0;
    while (route[place] != errand) {
      place++;
    }
    return place;
  }

  boolean swap(int one, int other, Work work) {
    if (one == other || picker[one] == Work.NONE || picker[other] == Work.NONE) {
      return false;
    }
    if (!work.may(one, picker[other]) || !work.may(other, picker[one])) {
      return false;
    }
    int onePlace = place(one);
    int otherPlace = place(other);
    errands[picker[one]][onePlace] = other;
    errands[picker[other]][otherPlace] = one;
    int swapped = picker[one];
    picker[one] = picker[other];
    picker[other] = swapped;
    return true;
  }

  /**
   * A run of errands and where it goes.
   *
   * @param errand the first of them
   * @param run how many there are, at most
   * @param to index of the picker
   * @param at place in that picker's route, as it is before
   */
  record Move(int errand, int run, int to, int at) {}

  /** Moves errands; false where that would change nothing or may not be. */
  boolean move(Move move, Work work) {
    int from = picker[move.errand];
    if (from == Work.NONE) {
      return false;
    }
    int to = move.to;
    int at = move.at;
    int first = place(move.errand);
    int length = Math.min(move.run, sizes[from] - first);
    if (to == from && at >= first && at <= first + length) {
      return false;
    }
    int[] moved = Arrays.copyOfRange(errands[from], first, first + length);
    for (int e : moved) {
      if (!work.may(e, to)) {
        return false;
      }
    }
    System.arraycopy(
        errands[from], first + length, errands[from], first, sizes[from] - first - length);
    sizes[from] -= length;
    int place = to == from && at > first ? at - length : at;
    System.arraycopy(errands[to], place, errands[to], place + length, sizes[to] - place);
    System.arraycopy(moved, 0, errands[to], place, length);
    sizes[to] += length;
    for (int e : moved) {
      picker[e] = to;
    }
    return true;
  }
}
