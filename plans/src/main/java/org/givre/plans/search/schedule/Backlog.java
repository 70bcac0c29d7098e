package org.givre.plans.search.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;
import org.givre.plans.search.rack.Visit;

/** Lifts still to be done: a queue per rack, racks by dewar. */
final class Backlog {
  private final List<List<Deque<Visit>>> byDewar = new ArrayList<>();
  private int left;

  /**
   * All lifts of a plan.
   *
   * @param visits per rack, in the order in which they must be done
   */
  Backlog(Problem problem, List<List<Visit>> visits) {
    for (int dewar = 0; dewar < problem.dewars.length; dewar++) {
      byDewar.add(new ArrayList<>());
    }
    for (var queue : visits) {
      if (!queue.isEmpty()) {
        byDewar.get(queue.get(0).rack.dewar.index).add(new ArrayDeque<>(queue));
        left += queue.size();
      }
    }
  }

  /** Lifts above one dewar, a queue per rack; only the head of each may be done next. */
  List<Deque<Visit>> above(int dewar) {
    return byDewar.get(dewar);
  }

  /** Takes the head of its rack's queue. */
  void take(Visit visit) {
    var queues = byDewar.get(visit.rack.dewar.index);
    for (int i = 0; i < queues.size(); i++) {
      if (queues.get(i).peekFirst() == visit) {
        queues.get(i).removeFirst();
        left--;
        if (queues.get(i).isEmpty()) {
          queues.remove(i);
        }
        return;
      }
    }
    throw new IllegalStateException("Rack " + visit.rack.id + " has another lift to do first");
  }

  boolean isEmpty() {
    return left == 0;
  }

  /** Requests of the lifts that are left. */
  List<Demand> demands() {
    var demands = new ArrayList<Demand>();
    for (var queues : byDewar) {
      for (var queue : queues) {
        queue.forEach(visit -> demands.addAll(List.of(visit.demands)));
      }
    }
    return demands;
  }
}
