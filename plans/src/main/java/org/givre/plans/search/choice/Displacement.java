package org.givre.plans.search.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Tube;

/**
 * Finds a tube for a request that none is left for: whoever has it takes another, whose owner takes
 * another, and so on (augmenting paths, H. W. Kuhn 1955); or someone else leaves the rack, so that
 * its limits allow one more.
 */
final class Displacement {
  /**
   * Longer chains are not tried: each link would have to share its only free tube with the next.
   */
  private static final int LONGEST_CHAIN = 64;

  private final Assignment assignment;
  private final boolean[] tried;

  Displacement(Assignment assignment) {
    this.assignment = assignment;
    this.tried = new boolean[assignment.problem().tubes.length];
  }

  /** Whether an unserved request got a tube, and everybody else kept one. */
  boolean serve(Demand demand) {
    Arrays.fill(tried, false);
    return displace(demand, LONGEST_CHAIN) || makeRoom(demand);
  }

  private boolean displace(Demand demand, int links) {
    for (var tube : assignment.open(demand)) {
      var owner = assignment.takenFor(tube);
      if (owner != null && links > 0 && !tried[tube.index]) {
        tried[tube.index] = true;
        if (yields(owner, demand, tube, links - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean makeRoom(Demand demand) {
    for (var tube : assignment.open(demand)) {
      if (assignment.takenFor(tube) == null) {
        for (var neighbour : neighbours(tube)) {
          if (yields(neighbour, demand, tube, 0)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private List<Demand> neighbours(Tube tube) {
    var roster = assignment.roster();
    var neighbours = new ArrayList<Demand>();
    for (int i = 0; i < roster.size(tube.rack); i++) {
      neighbours.add(roster.get(tube.rack, i));
    }
    return neighbours;
  }

  /** Whether {@code other} finds another tube once {@code demand} has this one. */
  private boolean yields(Demand other, Demand demand, Tube tube, int links) {
    var before = assignment.chosen(other);
    if (before == null || assignment.open(other).length < 2) {
      return false;
    }
    assignment.remove(other);
    if (assignment.costOfAdding(demand, tube) < Double.POSITIVE_INFINITY) {
      assignment.add(demand, tube);
      var free = assignment.cheapest(other);
      if (free != null) {
        assignment.add(other, free);
        return true;
      }
      if (displace(other, links)) {
        return true;
      }
      assignment.remove(demand);
    }
    assignment.add(other, before);
    return false;
  }
}
