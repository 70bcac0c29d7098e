package org.givre.plans.search.choice;

import java.util.Arrays;
import java.util.Comparator;
import org.givre.plans.search.model.Demand;
import org.givre.plans.search.model.Tube;
import org.jspecify.annotations.Nullable;

/**
 * The first choice of tubes: each request where it adds least, then one relocation after another.
 */
public final class ChoiceSearch {
  /** Whoever has fewer alternatives goes first; the others find racks that come up anyway. */
  private static final Comparator<Demand> FEWEST_ALTERNATIVES_FIRST =
      Comparator.<Demand>comparingInt(d -> d.alternatives.length)
          .thenComparingDouble(d -> d.job.deadline)
          .thenComparingInt(d -> d.index);

  /** Gains below this are rounding. */
  private static final double LEAST_GAIN = 1e-7;

  /** Passes of relocation; in practice it is done after 5 to 10. */
  private static final int MOST_PASSES = 50;

  private final Assignment assignment;
  private final Demand[] demands;

  public ChoiceSearch(Assignment assignment) {
    this.assignment = assignment;
    this.demands = assignment.problem().demands.clone();
    Arrays.sort(demands, FEWEST_ALTERNATIVES_FIRST);
  }

  /** Serves every request that can be served, then relocates until nothing gains. */
  public void construct() {
    for (var demand : demands) {
      serve(demand);
    }
    boolean changed = true;
    for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
      changed = false;
      for (var demand : demands) {
        changed |= relocate(demand);
      }
    }
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
    double gain = -assignment.costOfRemoving(demand);
    var to = cheapestElsewhere(demand, from);
    if (to == null || assignment.costOfAdding(demand, to) >= gain - LEAST_GAIN) {
      return false;
    }
    assignment.remove(demand);
    assignment.add(demand, to);
    return true;
  }

  /** Tubes of the same rack are left aside: what leaving it saves is not known for them. */
  private @Nullable Tube cheapestElsewhere(Demand demand, Tube from) {
    Tube best = null;
    double least = Double.POSITIVE_INFINITY;
    for (var tube : assignment.open(demand)) {
      if (tube.rack != from.rack && assignment.takenFor(tube) == null) {
        double cost = assignment.costOfAdding(demand, tube);
        if (cost < least) {
          least = cost;
          best = tube;
        }
      }
    }
    return best;
  }
}
