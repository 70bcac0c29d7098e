package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.Comparator;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Problem;

/**
 * The first choice of tubes: each request where it adds least, then one relocation after another.
 */
public final class ChoiceSearch {
  /** Gains below this are rounding. */
  private static final double LEAST_GAIN = 1e-7;

  private final Assignment assignment;
  private final Demand[] demands;
  private final Displacement displacement;

  /** Per request, how many changes there had been when a better tube was last looked for. */
  private final long[] lookedAt;

  /** Whose turn it is to be relocated, and how many in a row were not. */
  private int next;

  private int quiet;

  public ChoiceSearch(Assignment assignment) {
    this.assignment = assignment;
    this.displacement = new Displacement(assignment);
    this.demands = fewestAlternativesFirst(assignment.problem());
    this.lookedAt = new long[demands.length];
    Arrays.fill(lookedAt, -1);
  }

  /**
   * Whoever has fewer alternatives goes first, the others find racks that come up anyway; among
   * equals, whoever has the earlier deadline. A stable counting sort: this is most of the time that
   * comparing would take.
   */
  private static Demand[] fewestAlternativesFirst(Problem problem) {
    var byDeadline = problem.demands.clone();
    if (Arrays.stream(problem.jobs).anyMatch(job -> job.deadline < Double.POSITIVE_INFINITY)) {
      Arrays.sort(byDeadline, Comparator.comparingDouble(d -> d.job.deadline));
    }
    int most = 0;
    for (var demand : byDeadline) {
      most = Math.max(most, demand.alternatives.length);
    }
    int[] places = new int[most + 2];
    for (var demand : byDeadline) {
      places[demand.alternatives.length + 1]++;
    }
    for (int count = 0; count <= most; count++) {
      places[count + 1] += places[count];
    }
    var sorted = byDeadline.clone();
    for (var demand : byDeadline) {
      sorted[places[demand.alternatives.length]++] = demand;
    }
    return sorted;
  }

  /** Serves every request that can be served and is not. */
  public void serveAll() {
    for (var demand : demands) {
      serve(demand);
    }
    for (var demand : demands) {
      if (assignment.chosen(demand) == null) {
        displacement.serve(demand);
      }
    }
  }

  /**
   * Looks for a better tube for the next request, unless nothing has changed that could bring one.
   * False when none is left to look at.
   */
  public boolean relocateNext() {
    var demand = demands[next];
    next = (next + 1) % demands.length;
    if (assignment.changedSince(lookedAt[demand.index], demand)) {
      lookedAt[demand.index] = assignment.changes();
      quiet = relocate(demand) ? 0 : quiet + 1;
    } else {
      quiet++;
    }
    return quiet < demands.length;
  }

  private boolean serve(Demand demand) {
    if (assignment.chosen(demand) != null) {
      return false;
    }
    var tube = assignment.cheapest(demand);
    if (tube == null) {
      return false;
    }
    assignment.add(demand, tube);
    return true;
  }

  private boolean relocate(Demand demand) {
    var from = assignment.chosen(demand);
    if (from == null) {
      return serve(demand);
    }
    if (assignment.open(demand).length < 2) {
      return false;
    }
    double most = -assignment.leastOfRemoving(demand) - LEAST_GAIN;
    if (assignment.leastOfAdding(demand, from.rack) >= most) {
      return false;
    }
    double limit = -assignment.costOfRemoving(demand) - LEAST_GAIN;
    var to = assignment.cheapestElsewhere(demand, from.rack, limit);
    if (to == null) {
      return false;
    }
    assignment.remove(demand);
    assignment.add(demand, to);
    return true;
  }
}
