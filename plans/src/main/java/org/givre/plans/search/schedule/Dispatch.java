package org.givre.plans.search.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.model.PutBack;
import org.givre.plans.search.rack.Visit;
import org.jspecify.annotations.Nullable;

/**
 * List scheduling: of all pickers that have something to do, the one free first does next what
 * keeps it waiting least, jobs with a deadline before all others. A carrier is emptied when the
 * next lift does not fit, when nothing is left to fetch, when a deadline presses, or when there is
 * time for it anyway.
 */
public final class Dispatch {
  /** What is kept in hand before a deadline, for a port that is busy when the picker gets there. */
  private static final double DEADLINE_MARGIN_SECONDS = 20;

  /** Puts lifts with a deadline before all others. */
  private static final double DEADLINE_FIRST_SECONDS = 1e7;

  private final Problem problem;
  private final Timetable timetable;
  private final Backlog backlog;
  private final Unloading unloading;
  private final Map<Integer, Deque<PutBack>> putBacks = new HashMap<>();

  private Dispatch(Problem problem, List<List<Visit>> visits) {
    this.problem = problem;
    this.timetable = new Timetable(problem);
    this.backlog = new Backlog(problem, visits);
    this.unloading = new Unloading(problem, timetable);
    for (var putBack : problem.putBacks) {
      putBacks.computeIfAbsent(putBack.picker.index, p -> new ArrayDeque<>()).add(putBack);
    }
  }

  /**
   * A schedule for all {@code visits}.
   *
   * @param visits per rack, in the order in which they must be done
   */
  public static Schedule of(Problem problem, List<List<Visit>> visits) {
    var dispatch = new Dispatch(problem, visits);
    while (dispatch.step()) {
      // Each step appends one operation, and there are finitely many to append.
    }
    return dispatch.timetable.finish(dispatch.left());
  }

  private List<Demand> left() {
    var left = new ArrayList<>(backlog.demands());
    for (var picker : problem.pickers) {
      for (var cargo : timetable.picker(picker.index).load) {
        var demand = cargo.demand();
        if (demand != null) {
          left.add(demand);
        }
      }
    }
    return left;
  }

  private boolean step() {
    boolean[] idle = new boolean[problem.pickers.length];
    for (int tries = 0; tries < idle.length; tries++) {
      int first = -1;
      for (int picker = 0; picker < idle.length; picker++) {
        boolean earlier = first < 0 || free(picker) < free(first);
        first = !idle[picker] && earlier ? picker : first;
      }
      if (act(first)) {
        return true;
      }
      idle[first] = true;
    }
    return false;
  }

  private double free(int picker) {
    return timetable.picker(picker).free;
  }

  private boolean act(int picker) {
    var returns = putBacks.get(picker);
    if (returns != null && !returns.isEmpty()) {
      timetable.place(returns.removeFirst());
      return true;
    }
    var state = timetable.picker(picker);
    var stop = unloading.best(state);
    var next = backlog.isEmpty() ? null : nextLift(state, stop);
    if (stop != null && (next == null || unloadsFirst(state, stop, next))) {
      timetable.unload(picker, stop.port(), stop.cargo());
      return true;
    }
    if (next == null) {
      return false;
    }
    backlog.take(next.visit());
    timetable.lift(picker, next.visit());
    return true;
  }

  /**
   * A lift that a picker could do next.
   *
   * @param start earliest, when the picker goes there right away or by way of a port
   * @param fits whether the carrier has room for it now
   * @param lost seconds in which nothing useful happens
   */
  private record Candidate(Visit visit, double start, boolean fits, double lost) {}

  private @Nullable Candidate nextLift(PickerState state, Unloading.@Nullable Stop stop) {
    Candidate best = null;
    for (int dewar : state.picker.dewars) {
      for (var queue : backlog.above(dewar)) {
        var visit = queue.getFirst();
        if (visit.suits(problem, state.picker.index)) {
          var candidate = candidate(state, stop, visit);
          best = best == null || losesLess(candidate, best) ? candidate : best;
        }
      }
    }
    return best;
  }

  private static boolean losesLess(@Nullable Candidate candidate, Candidate best) {
    return candidate != null && candidate.lost() < best.lost();
  }

  private @Nullable Candidate candidate(
      PickerState state, Unloading.@Nullable Stop stop, Visit visit) {
    boolean fits = visit.size() <= state.room();
    if (!fits && stop == null) {
      return null;
    }
    double start =
        fits || stop == null
            ? timetable.liftStart(state, visit)
            : timetable.liftStart(state.picker, stop, visit);
    double lost = start - state.free + timetable.turnSeconds(visit.rack);
    if (visit.deadline < Double.POSITIVE_INFINITY) {
      lost += visit.deadline - DEADLINE_FIRST_SECONDS;
    }
    return new Candidate(visit, start, fits, lost);
  }

  private boolean unloadsFirst(PickerState state, Unloading.Stop stop, Candidate next) {
    if (!next.fits()) {
      return true;
    }
    var visit = next.visit();
    double back = timetable.liftStart(state.picker, stop, visit);
    if (back <= next.start()) {
      return true;
    }
    double deadline = Unloading.earliestDeadline(state);
    if (deadline == Double.POSITIVE_INFINITY) {
      return false;
    }
    double detour = stop.end() - state.free;
    double lift = visit.seconds(problem.timing, timetable.turnSeconds(visit.rack));
    return next.start() + lift + detour + DEADLINE_MARGIN_SECONDS > deadline;
  }
}
