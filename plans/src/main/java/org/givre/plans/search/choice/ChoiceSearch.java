package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.Comparator;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Tube;
import org.jspecify.annotations.Nullable;

/** Chooses tubes: first each request where it adds least, then one relocation after another. */
public final class ChoiceSearch {
  /** Whoever has fewer alternatives goes first; the others find racks that come up anyway. */
  private static final Comparator<Demand> FEWEST_ALTERNATIVES_FIRST =
      Comparator.<Demand>comparingInt(d -> d.alternatives.length)
          .thenComparingDouble(d -> d.job.deadline)
          .thenComparingInt(d -> d.index);

  /** Gains below this are rounding. */
  private static final double LEAST_GAIN = 1e-7;

  private final Assignment assignment;
  private final Obstacles obstacles;

  /**
   * A search over an assignment.
   *
   * @param obstacles what must not be taken
   */
  public ChoiceSearch(Assignment assignment, Obstacles obstacles) {
    this.assignment = assignment;
    this.obstacles = obstacles;
  }

  /** Serves every request that can be served, then relocates until nothing gains. */
  public void construct() {
    var demands = assignment.problem().demands.clone();
    Arrays.sort(demands, FEWEST_ALTERNATIVES_FIRST);
    for (var demand : demands) {
      serve(demand);
    }
    boolean changed = true;
    for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
      changed = false;
      for (var demand : demands) {
        changed |= demand.alternatives.length > 1 && relocate(demand);
      }
    }
  }

  /** Passes of relocation; in practice it is done after 5 to 10. */
  private static final int MOST_PASSES = 50;

  private void serve(Demand demand) {
    if (demand.carried || assignment.chosen(demand) != null) {
      return;
    }
    var tube = cheapest(demand);
    if (tube != null) {
      assignment.add(demand, tube);
    }
  }

  private boolean relocate(Demand demand) {
    var from = assignment.chosen(demand);
    if (from == null) {
      serve(demand);
      return assignment.chosen(demand) != null;
    }
    double before = assignment.warmth(from.rack);
    assignment.remove(demand);
    double gain = before - assignment.warmth(from.rack);
    var to = cheapest(demand);
    boolean better =
        to != null && to != from && assignment.costOfAdding(demand, to) < gain - LEAST_GAIN;
    assignment.add(demand, to != null && better ? to : from);
    return better;
  }

  private @Nullable Tube cheapest(Demand demand) {
    Tube best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < demand.alternatives.length; i++) {
      var tube = demand.alternatives[i];
      if (obstacles.forbids(demand, i) || assignment.takenFor(tube) != null) {
        continue;
      }
      double cost = assignment.costOfAdding(demand, tube);
      if (cost < least) {
        least = cost;
        best = tube;
      }
    }
    return best;
  }
}
